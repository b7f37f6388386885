using Backtest.Engine;

namespace Backtest.Results;

/// <summary>What came of a run, in figures and text: nothing in it holds on to the run, so that thousands can be kept.</summary>
public sealed record RunSummary
{
    /// <summary>The version of the form summaries are written in.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The version of the format.</summary>
    public int SchemaVersion { get; init; } = CurrentVersion;

    /// <summary>The hash of the specification that was asked, or null if it is not known.</summary>
    public string? Spec { get; init; }

    /// <summary>The name of the run.</summary>
    public required string Name { get; init; }

    /// <summary>How it ended.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>The hash of all events of the run, in lower-case hexadecimal, or null if none was asked for.</summary>
    public required string? EventStreamHash { get; init; }

    /// <summary>The hash of each container's events, by the container's path; empty where none was asked for.</summary>
    public required IReadOnlyDictionary<string, string> ContainerHashes { get; init; }

    /// <summary>The hash of the files the data was read from, in lower-case hexadecimal, or null if it was read from none.</summary>
    public required string? DataHash { get; init; }

    /// <summary>The currency of all its money.</summary>
    public required string? Currency { get; init; }

    /// <summary>Bars handled.</summary>
    public required long BarsProcessed { get; init; }

    /// <summary>Turns handled.</summary>
    public required long Turns { get; init; }

    /// <summary>How far indicators were shared.</summary>
    public required IndicatorSharing Indicators { get; init; }

    /// <summary>How it performed: each portfolio and the total.</summary>
    public required RunMetrics Metrics { get; init; }

    /// <summary>Of each portfolio its signals by outcome, the reason of each veto counted apart.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> SignalOutcomes { get; init; }

    /// <summary>The containers that stopped early.</summary>
    public required IReadOnlyList<RunFault> Faults { get; init; }

    /// <summary>What is probably not meant so.</summary>
    public required IReadOnlyList<RunWarning> Warnings { get; init; }

    /// <summary>The summary of a run.</summary>
    /// <param name="run">What was run.</param>
    /// <param name="result">What became of it.</param>
    /// <param name="metrics">How it performed.</param>
    /// <param name="spec">The hash of the specification that was asked, or null if it is not known.</param>
    public static RunSummary Of(RunDescription run, BacktestResult result, RunMetrics metrics, string? spec) => new()
    {
        Spec = spec,
        Name = run.Config.Name,
        Status = result.Status,
        EventStreamHash = result.EventStreamHash,
        ContainerHashes = result.ContainerHashes,
        DataHash = DataFingerprint.Of(result.Files),
        Currency = run.Currency,
        BarsProcessed = result.BarsProcessed,
        Turns = result.Turns,
        Indicators = new IndicatorSharing(result.IndicatorsRequested, result.IndicatorsComputed),
        Metrics = metrics,
        SignalOutcomes = OutcomesOf(result),
        Faults = RunFault.Of(result),
        Warnings = result.Warnings,
    };

    private static OrderedDictionary<string, IReadOnlyDictionary<string, int>> OutcomesOf(BacktestResult result)
    {
        var outcomes = new OrderedDictionary<string, IReadOnlyDictionary<string, int>>(StringComparer.Ordinal);
        foreach (PortfolioResult portfolio in result.Portfolios)
        {
            outcomes[portfolio.Name] = new OrderedDictionary<string, int>(
                portfolio.SignalOutcomes.OrderBy(outcome => outcome.Key, StringComparer.Ordinal), StringComparer.Ordinal);
        }

        return outcomes;
    }
}
