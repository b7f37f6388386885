using Backtest.Engine;
using Backtest.Research;
using Backtest.Results;

namespace Backtest.Cli.Runs;

/// <summary>Collects what is known about a run beyond its folder: the number of trials of its family, and whether it was audited.</summary>
internal static class RunKnowledge
{
    /// <summary>Collects the facts that doubts about the run are based on.</summary>
    /// <param name="run">The run.</param>
    /// <param name="config">Its configuration.</param>
    /// <param name="bars">The findings from its data, or null if the data is not available.</param>
    public static DoubtFacts Of(StoredRun run, WorkflowConfig config, DoubtBars? bars)
    {
        string project = run.Manifest.Directory ?? Directory.GetCurrentDirectory();
        return new DoubtFacts(run)
        {
            Bars = bars,
            FamilyTrials = bars is null ? null : CountTrials(config, project, bars.Symbols),
            IsAudited = IsAudited(run.Manifest.Spec, project),
        };
    }

    /// <summary>The number of trials in the ledger for the family, or null if there is no ledger; none is created.</summary>
    private static long? CountTrials(WorkflowConfig config, string project, IReadOnlyList<string> symbols)
    {
        string? connection = config.Ledger;
        bool isElsewhere = connection is not null || !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(TrialLedgers.Variable));
        if (!isElsewhere && !File.Exists(Path.Combine(project, TrialLedgers.DefaultFile)))
            return null;
        try
        {
            using ITrialLedger ledger = TrialLedgers.Open(connection, project);
            return ledger.CountOf(TrialFamily.Of(config, symbols));
        }
        catch (InputException)
        {
            return null; // a run does not fail because the number of trials is unknown
        }
    }

    private static bool? IsAudited(string? spec, string project)
    {
        try
        {
            return spec is null ? null : new AuditRecords(project).Find(spec) is { IsClean: true };
        }
        catch (InputException)
        {
            return null;
        }
    }
}
