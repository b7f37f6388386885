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

    /// <summary>Whether a portfolio trades on once its equity is at or below zero, rather than being closed.</summary>
    public bool ContinuesOnRuin { get; init; }

    /// <summary>How long a symbol goes without a bar before it counts as delisted.</summary>
    public DelistedAfter DelistedAfter { get; init; } = DelistedAfter.Default;

    /// <summary>What the last price of a symbol gains, as a fraction, when it counts as delisted; −1 or above.</summary>
    public decimal DelistingReturn { get; init; }

    /// <summary>Where it stands in the run file.</summary>
    public SourcePosition Position { get; init; }
}
