namespace Backtest.Engine;

/// <summary>How orders fill.</summary>
public sealed record ExecutionConfig
{
    /// <summary>Whether market orders fill at the close of the bar they were decided on, rather than at the next open.</summary>
    public bool FillsAtClose { get; init; }

    /// <summary>What market and stop orders lose against the price.</summary>
    public SlippageConfig Slippage { get; init; } = new SlippageConfig.None();

    /// <summary>What a trade costs.</summary>
    public CommissionConfig Commission { get; init; } = new CommissionConfig.None();

    /// <summary>The share of a bar's volume one order may take, in (0, 1]; <see langword="null"/>: no limit.</summary>
    public decimal? VolumeLimit { get; init; }

    /// <summary>Whether the first fault stops the whole run.</summary>
    public bool StopsOnFault { get; init; }

    /// <summary>Whether what is open after the last bar is closed at its close.</summary>
    public bool ClosesAtEnd { get; init; }

    /// <summary>Where it stands in the run file.</summary>
    public SourcePosition Position { get; init; }
}
