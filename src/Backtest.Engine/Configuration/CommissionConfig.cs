namespace Backtest.Engine;

/// <summary>What a trade costs.</summary>
public abstract record CommissionConfig
{
    private CommissionConfig()
    {
    }

    /// <summary>Nothing.</summary>
    public sealed record None : CommissionConfig;

    /// <summary>Money for each unit.</summary>
    /// <param name="Value">Money a unit; zero or above.</param>
    /// <param name="Minimum">The least money a fill costs; <see langword="null"/>: none.</param>
    /// <param name="Maximum">The most a fill costs, as a fraction of the trade's value; it outweighs the minimum. <see langword="null"/>: none.</param>
    public sealed record PerShare(decimal Value, decimal? Minimum = null, decimal? Maximum = null) : CommissionConfig;

    /// <summary>A share of the trade's value.</summary>
    /// <param name="Value">The share as a fraction; zero or above.</param>
    public sealed record Percent(decimal Value) : CommissionConfig;
}
