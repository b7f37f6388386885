using Backtest.Engine;
using Backtest.Research;
using Backtest.Results;

namespace Backtest.Cli.Runs;

/// <summary>What is known of a run beyond its folder: how many trials its family has, and whether it was audited.</summary>
internal static class RunKnowledge
{
    /// <summary>Puts together what the run is doubted by.</summary>
    /// <param name="run">The run.</param>
    /// <param name="config">What it was asked.</param>
    /// <param name="bars">What its data showed, or null where it was not at hand.</param>
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

    /// <summary>How many trials the ledger has counted for the family, or null where there is no ledger: none is made to ask it.</summary>
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
            return null; // a run does not fail because nobody can say how many others there were
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
