namespace Backtest.Engine;

/// <summary>The slippage of orders against the price: of market and stop orders, and of limit orders only if specified.</summary>
public abstract record SlippageConfig
{
    private SlippageConfig()
    {
    }

    /// <summary>The names of the built-in slippage models.</summary>
    public static IReadOnlyList<string> Words { get; } =
        ["none", "fixed", "basis_points", "half_spread", "volume_share", "volatility", "square_root", "almgren"];

    /// <summary>Whether fills at the open slip.</summary>
    public bool SlipsAtOpen { get; init; } = true;

    /// <summary>Whether a slipped price stays within the range of its bar.</summary>
    public bool StaysInBar { get; init; }

    /// <summary>Whether an order whose slipped price would leave the range of its bar waits for a bar that has the price.</summary>
    public bool WaitsOutsideBar { get; init; }

    /// <summary>The slippage of orders with a limit.</summary>
    public LimitSlippage Limits { get; init; }

    /// <summary>Whether only entries slip.</summary>
    public bool IsOfEntries { get; init; }

    /// <summary>No slippage.</summary>
    public sealed record None : SlippageConfig;

    /// <summary>A fixed amount of price.</summary>
    /// <param name="Value">The amount, in units of price; zero or above.</param>
    public sealed record Fixed(decimal Value) : SlippageConfig;

    /// <summary>A share of the price.</summary>
    /// <param name="Value">Hundredths of a percent; zero or above.</param>
    public sealed record BasisPoints(decimal Value) : SlippageConfig;

    /// <summary>Half the distance between bid and ask, as the bar opened.</summary>
    public sealed record HalfSpread : SlippageConfig;

    /// <summary>A share of the price that grows with the square of the share of the bar's volume.</summary>
    /// <param name="Impact">The share of the price at all of the volume, as a fraction.</param>
    /// <param name="MaximumShare">The greatest share of the volume that counts, in (0, 1].</param>
    public sealed record VolumeShare(decimal Impact, decimal MaximumShare) : SlippageConfig;

    /// <summary>A multiple of the price's daily volatility.</summary>
    /// <param name="Value">The multiple; zero or above.</param>
    public sealed record Volatility(decimal Value) : SlippageConfig;

    /// <summary>The square root law: Y · σ · √(X / V).</summary>
    /// <param name="Coefficient">Y; zero or above.</param>
    public sealed record SquareRoot(decimal Coefficient) : SlippageConfig;

    /// <summary>The impact of Almgren, Thum, Hauptmann and Li (2005).</summary>
    /// <param name="SharesOutstanding">Θ, the number of shares outstanding.</param>
    /// <param name="Duration">T, over how many days an order is spread.</param>
    public sealed record Almgren(decimal SharesOutstanding, decimal Duration) : SlippageConfig;

    /// <summary>The rules of a plugin.</summary>
    /// <param name="Model">The plugin.</param>
    public sealed record Plugin(ExecutionModel Model) : SlippageConfig;
}
