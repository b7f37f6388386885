using Backtest.Configuration.Keys;
using Backtest.Engine;

namespace Backtest.Configuration.Sections;

/// <summary><c>commission</c>: what a trade costs.</summary>
internal static class CommissionSection
{
    private static readonly Key<CommissionConfig, decimal> Money = new(
        "value", Kinds.Decimal(Bounds.NotNegative), commission => PerShare(commission).Value, "Money for each unit.")
    { IsRequired = true };

    private static readonly Key<CommissionConfig, decimal?> Minimum = new(
        "minimum",
        Kinds.Maybe(Kinds.Decimal(Bounds.NotNegative)),
        commission => PerShare(commission).Minimum,
        "The least money a fill costs.");

    private static readonly Key<CommissionConfig, decimal?> Maximum = new(
        "maximum",
        Kinds.Maybe(Kinds.Decimal(Bounds.NotNegative)),
        commission => PerShare(commission).Maximum,
        "The most a fill costs, as a fraction of the trade's value.");

    private static readonly Key<CommissionConfig, decimal> Share = new(
        "value",
        Kinds.Decimal(Bounds.Between(0, 1)),
        commission => ((CommissionConfig.Percent)commission).Value,
        "The share of the trade's value, as a fraction.")
    {
        IsRequired = true,
    };

    /// <summary>The section.</summary>
    public static ValueKind<CommissionConfig> Kind { get; } = new UnionKind<CommissionConfig>(
        new UnionCase<CommissionConfig>("none", commission => commission is CommissionConfig.None, [], _ => new CommissionConfig.None()),
        new UnionCase<CommissionConfig>(
            "per_share",
            commission => commission is CommissionConfig.PerShare,
            [Money, Minimum, Maximum],
            map => new CommissionConfig.PerShare(map.Get(Money), map.Get(Minimum), map.Get(Maximum))),
        new UnionCase<CommissionConfig>(
            "percent", commission => commission is CommissionConfig.Percent, [Share], map => new CommissionConfig.Percent(map.Get(Share))))
    {
        OfNumber = "percent",
    };

    private static CommissionConfig.PerShare PerShare(CommissionConfig commission) => (CommissionConfig.PerShare)commission;
}
