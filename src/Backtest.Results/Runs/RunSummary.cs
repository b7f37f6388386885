using Backtest.Engine;

namespace Backtest.Results;

/// <summary>The results of a run as figures and text, without references to the run, so that thousands can be kept in memory.</summary>
public sealed record RunSummary
{
    /// <summary>The version of the summaries' format.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The version of the format.</summary>
    public int SchemaVersion { get; init; } = CurrentVersion;

    /// <summary>The hash of the requested specification, or null if unknown.</summary>
    public string? Spec { get; init; }

    /// <summary>The name of the run.</summary>
    public required string Name { get; init; }

    /// <summary>How it ended.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>The hash of all events of the run, in lowercase hexadecimal, or null if it was not requested.</summary>
    public required string? EventStreamHash { get; init; }

    /// <summary>The hash of each container's events, by the container's path; empty if not requested.</summary>
    public required IReadOnlyDictionary<string, string> ContainerHashes { get; init; }

    /// <summary>The hash of the files of data, in lowercase hexadecimal, or null if there were none.</summary>
    public required string? DataHash { get; init; }

    /// <summary>The currency of all its amounts.</summary>
    public required string? Currency { get; init; }

    /// <summary>The number of bars handled.</summary>
    public required long BarsProcessed { get; init; }

    /// <summary>The number of turns handled.</summary>
    public required long Turns { get; init; }

    /// <summary>The degree to which indicators were shared.</summary>
    public required IndicatorSharing Indicators { get; init; }

    /// <summary>The metrics of each portfolio and the total.</summary>
    public required RunMetrics Metrics { get; init; }

    /// <summary>The number of each portfolio's signals by outcome, with each reason of a veto counted separately.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> SignalOutcomes { get; init; }

    /// <summary>The containers that stopped early.</summary>
    public required IReadOnlyList<RunFault> Faults { get; init; }

    /// <summary>Settings that are probably unintended.</summary>
    public required IReadOnlyList<RunWarning> Warnings { get; init; }

    /// <summary>Creates the summary of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="result">Its result.</param>
    /// <param name="metrics">Its metrics.</param>
    /// <param name="spec">The hash of the requested specification, or null if unknown.</param>
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
