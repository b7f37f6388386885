namespace Backtest.Engine;

/// <summary>The result of a run.</summary>
public sealed record BacktestResult
{
    /// <summary>The status of the run.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>
    /// The hash of all events, in lower-case hexadecimal; equal for the same run on every machine. <see langword="null"/> if none was requested.
    /// </summary>
    public required string? EventStreamHash { get; init; }

    /// <summary>The hash of each container's events, by the container's path; empty if none was requested.</summary>
    public required IReadOnlyDictionary<string, string> ContainerHashes { get; init; }

    /// <summary>The portfolios, in declaration order.</summary>
    public required IReadOnlyList<PortfolioResult> Portfolios { get; init; }

    /// <summary>The faults of the containers that stopped early.</summary>
    public required IReadOnlyList<ContainerFault> Faults { get; init; }

    /// <summary>Warnings about what is probably unintended.</summary>
    public required IReadOnlyList<RunWarning> Warnings { get; init; }

    /// <summary>The number of bars processed.</summary>
    public required long BarsProcessed { get; init; }

    /// <summary>The number of turns processed.</summary>
    public required long Turns { get; init; }

    /// <summary>The number of indicators requested.</summary>
    public required int IndicatorsRequested { get; init; }

    /// <summary>The number of distinct indicators computed.</summary>
    public required int IndicatorsComputed { get; init; }

    /// <summary>When the last indicator had its first value, which ended the warm-up, UTC; <see langword="null"/> if none was ready.</summary>
    public DateTime? WarmedUpAt { get; init; }

    /// <summary>The files the bars were read from.</summary>
    public required IReadOnlyList<DataFile> Files { get; init; }

    /// <summary>The files the replayed signals were read from; empty if none were replayed.</summary>
    public IReadOnlyList<DataFile> SignalFiles { get; init; } = [];

    /// <summary>The time spent in each stage, or <see langword="null"/> if it was not measured.</summary>
    public StageTimes? Stages { get; init; }

    /// <summary>The sum of the portfolios' final equities.</summary>
    public decimal FinalEquity => Portfolios.Sum(portfolio => portfolio.FinalEquity);
}
