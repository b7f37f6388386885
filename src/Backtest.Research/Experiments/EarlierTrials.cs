using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>
/// Takes over trials of the same search that was to be validated with a purge and an embargo as long as needed, and ended with the error that folds are
/// too short for them: no trial depends on either.
/// </summary>
internal static class EarlierTrials
{
    /// <summary>The id such a search has.</summary>
    public static string IdOf(WorkflowConfig sweep, string fingerprint, Benchmark? benchmark, IReadOnlyList<IPluginSource> plugins) => ExperimentIdentity.Of(
        sweep with { Validation = ((CrossValidationConfig)sweep.Validation!) with { Purge = null, Embargo = null } }, fingerprint, benchmark, plugins);

    /// <summary>Takes its trials over, where it is there and unfinished. Those that are here already stay as they are.</summary>
    /// <param name="ledger">Where trials are counted.</param>
    /// <param name="earlier">Its id.</param>
    /// <param name="entry">The experiment that takes them over.</param>
    /// <param name="folder">That one's folder.</param>
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
        from.FoldReturns.CopyTo(folder.FoldReturns); // first: trials are known to have ended by the other returns
        from.Returns.CopyTo(folder.Returns);
        ledger.Complete(entry.Id, worker, missing);
    }
}
