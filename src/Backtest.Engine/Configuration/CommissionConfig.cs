namespace Backtest.Engine;

/// <summary>The commission on trades.</summary>
public abstract record CommissionConfig
{
    private CommissionConfig()
    {
    }

    /// <summary>The names of the built-in commissions.</summary>
    public static IReadOnlyList<string> Words { get; } = ["none", "per_share", "percent", "per_order", "maker_taker", "tiered"];

    /// <summary>No commission.</summary>
    public sealed record None : CommissionConfig;

    /// <summary>Money for each unit.</summary>
    /// <param name="Value">Money per unit; zero or above.</param>
    /// <param name="Minimum">The minimum commission of an order, in money; <see langword="null"/> for none.</param>
    /// <param name="Maximum">The maximum commission of an order, as a fraction of the trade's value; <see langword="null"/> for none.</param>
    /// <param name="KeepsMinimum">Whether the minimum takes precedence over the maximum; otherwise the maximum does.</param>
    public sealed record PerShare(decimal Value, decimal? Minimum = null, decimal? Maximum = null, bool KeepsMinimum = false) : CommissionConfig;

    /// <summary>A share of the trade's value.</summary>
    /// <param name="Value">The share as a fraction; zero or above.</param>
    public sealed record Percent(decimal Value) : CommissionConfig;

    /// <summary>Money for each order, however many fills it takes.</summary>
    /// <param name="Value">The money; zero or above.</param>
    public sealed record PerOrder(decimal Value) : CommissionConfig;

    /// <summary>A share of the trade's value that depends on whether the order rested at its limit.</summary>
    /// <param name="Maker">The share of limit and stop-limit orders, as a fraction; below zero it is a rebate.</param>
    /// <param name="Taker">The share of all others, as a fraction.</param>
    public sealed record MakerTaker(decimal Maker, decimal Taker) : CommissionConfig;

    /// <summary>Money for each unit, with lower rates beyond certain numbers of units in an order.</summary>
    /// <param name="Tiers">The tiers, ascending; the last has no end.</param>
    public sealed record Tiered(IReadOnlyList<CommissionTier> Tiers) : CommissionConfig;

    /// <summary>The rules of a plugin.</summary>
    /// <param name="Model">The plugin.</param>
    public sealed record Plugin(ExecutionModel Model) : CommissionConfig;

    /// <summary>The sum of several commissions.</summary>
    /// <param name="Parts">The parts; none of them is a sum.</param>
    public sealed record Sum(IReadOnlyList<CommissionConfig> Parts) : CommissionConfig;

    /// <summary>The parts of a sum; the commission itself if it is not a sum.</summary>
    public IReadOnlyList<CommissionConfig> Summands => this is Sum sum ? sum.Parts : [this];
}
