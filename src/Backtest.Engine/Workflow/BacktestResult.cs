namespace Backtest.Engine;

/// <summary>The result of a run.</summary>
public sealed record BacktestResult
{
    /// <summary>How it ended.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>
    /// The hash of all its events, in lower-case hexadecimal: the same for the same run on any machine. <see langword="null"/> if none was requested.
    /// </summary>
    public required string? EventStreamHash { get; init; }

    /// <summary>The hash of each container's events, by the container's path; empty if none was requested.</summary>
    public required IReadOnlyDictionary<string, string> ContainerHashes { get; init; }

    /// <summary>The portfolios, in declaration order.</summary>
    public required IReadOnlyList<PortfolioResult> Portfolios { get; init; }

    /// <summary>The containers that stopped early.</summary>
    public required IReadOnlyList<ContainerFault> Faults { get; init; }

    /// <summary>What is probably unintended.</summary>
    public required IReadOnlyList<RunWarning> Warnings { get; init; }

    /// <summary>Bars handled.</summary>
    public required long BarsProcessed { get; init; }

    /// <summary>Turns handled.</summary>
    public required long Turns { get; init; }

    /// <summary>Indicators requested.</summary>
    public required int IndicatorsRequested { get; init; }

    /// <summary>Indicators computed: each distinct one once.</summary>
    public required int IndicatorsComputed { get; init; }

    /// <summary>When the last of them had its first value, UTC: the warm-up ended; <see langword="null"/> if there is none.</summary>
    public DateTime? WarmedUpAt { get; init; }

    /// <summary>The files the bars came from.</summary>
    public required IReadOnlyList<DataFile> Files { get; init; }

    /// <summary>The files that replayed signals came from; empty if none were replayed.</summary>
    public IReadOnlyList<DataFile> SignalFiles { get; init; } = [];

    /// <summary>How long it took in which stage, or <see langword="null"/> if nothing measured it.</summary>
    public StageTimes? Stages { get; init; }

    /// <summary>The sum of the portfolios' final equities.</summary>
    public decimal FinalEquity => Portfolios.Sum(portfolio => portfolio.FinalEquity);
}
