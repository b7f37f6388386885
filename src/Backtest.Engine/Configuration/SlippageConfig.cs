namespace Backtest.Engine;

/// <summary>What market and stop orders lose against the price.</summary>
public abstract record SlippageConfig
{
    private SlippageConfig()
    {
    }

    /// <summary>Nothing.</summary>
    public sealed record None : SlippageConfig;

    /// <summary>A share of the price.</summary>
    /// <param name="Value">Hundredths of a percent; zero or above.</param>
    public sealed record BasisPoints(decimal Value) : SlippageConfig;
}
