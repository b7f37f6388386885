using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>
/// Reuses the trials of an earlier attempt at the same search, validated with a purge and an embargo as long as needed, that ended with the error
/// that folds are too short for them: trials depend on neither.
/// </summary>
internal static class EarlierTrials
{
    /// <summary>The id of such a search.</summary>
    public static string IdOf(WorkflowConfig sweep, string fingerprint, Benchmark? benchmark, IReadOnlyList<IPluginSource> plugins) => ExperimentIdentity.Of(
        sweep with { Validation = ((CrossValidationConfig)sweep.Validation!) with { Purge = null, Embargo = null } }, fingerprint, benchmark, plugins);

    /// <summary>Copies its trials, if it exists and is unfinished. Trials already present are kept.</summary>
    /// <param name="ledger">The ledger of trials.</param>
    /// <param name="earlier">The id of the earlier search.</param>
    /// <param name="entry">The experiment that receives the trials.</param>
    /// <param name="folder">The folder of that experiment.</param>
    /// <param name="worker">The name of this worker.</param>
    public static void TakeOver(ITrialLedger ledger, string earlier, ExperimentEntry entry, ExperimentFolder folder, string worker)
    {
        if (entry.Status == ExperimentStatus.Complete || ledger.Experiments().FirstOrDefault(other => other.Id == earlier) is not { Status: ExperimentStatus.Running } other)
            return;
        HashSet<int> here = [.. ledger.Trials(entry.Id, trial => trial.Number)];
        TrialEntry[] missing = [.. ledger.Trials(other.Id).Where(trial => !here.Contains(trial.Number))];
        if (missing.Length == 0)
            return;
        var from = new ExperimentFolder(other.Folder);
        from.FoldReturns.CopyTo(folder.FoldReturns); // copied first, because the other returns mark a trial as ended
        from.Returns.CopyTo(folder.Returns);
        ledger.Complete(entry.Id, worker, missing);
    }
}
