using Backtest.Abstractions.Runtime;
using Backtest.Configuration.Keys;
using Backtest.Engine;

namespace Backtest.Configuration.Sections;

/// <summary><c>commission</c>: what a trade costs, one model or a list whose costs add up.</summary>
internal static class CommissionSection
{
    private static readonly Key<CommissionConfig, decimal> Money = new(
        "value", Kinds.Decimal(Bounds.NotNegative), commission => PerShare(commission).Value, "The money charged for each unit.")
    { IsRequired = true };

    private static readonly Key<CommissionConfig, decimal?> Minimum = new(
        "minimum",
        Kinds.Maybe(Kinds.Decimal(Bounds.NotNegative)),
        commission => PerShare(commission).Minimum,
        "The minimum charge for an order, in money.");

    private static readonly Key<CommissionConfig, decimal?> Maximum = new(
        "maximum",
        Kinds.Maybe(Kinds.Decimal(Bounds.Between(0, 1))),
        commission => PerShare(commission).Maximum,
        "The maximum charge for an order, as a fraction of the trade's value.");

    // Written only if it is set, so that files without it hash as before.
    private static readonly Key<CommissionConfig, bool?> Capped = new(
        "capped",
        new ChoiceKind<bool?>(("all", false), ("above_minimum", true)),
        commission => PerShare(commission).KeepsMinimum ? true : null,
        "What the maximum caps: the whole charge (the default), or only the part above the minimum, so that no order costs less than the minimum.");

    private static readonly Key<CommissionConfig, decimal> Share = new(
        "value",
        Kinds.Decimal(Bounds.Between(0, 1)),
        commission => ((CommissionConfig.Percent)commission).Value,
        "The charge, as a fraction of the trade's value.")
    {
        IsRequired = true,
    };

    private static readonly Key<CommissionConfig, decimal> OrderMoney = new(
        "value", Kinds.Decimal(Bounds.NotNegative), commission => ((CommissionConfig.PerOrder)commission).Value, "The money charged for each order that fills.")
    { IsRequired = true };

    private static readonly Key<CommissionConfig, decimal> Maker = new(
        "maker",
        Kinds.Decimal(Bounds.Between(-1, 1)),
        commission => ((CommissionConfig.MakerTaker)commission).Maker,
        "The charge for limit and stop-limit orders, as a fraction of their value. A negative number is a rebate.")
    {
        IsRequired = true,
    };

    private static readonly Key<CommissionConfig, decimal> Taker = new(
        "taker",
        Kinds.Decimal(Bounds.Between(0, 1)),
        commission => ((CommissionConfig.MakerTaker)commission).Taker,
        "The charge for all other orders, as a fraction of their value.")
    {
        IsRequired = true,
    };

    private static readonly Key<CommissionTier, decimal?> UpTo = new(
        "up_to",
        Kinds.Maybe(Kinds.Decimal(Bounds.Positive)),
        tier => tier.UpTo,
        "The number of units of the order at which the tier ends. The last tier has no end.");

    private static readonly Key<CommissionTier, decimal> TierValue = new(
        "value", Kinds.Decimal(Bounds.NotNegative), tier => tier.Value, "The money charged for each unit of the order in the tier.")
    { IsRequired = true };

    private static readonly Key<CommissionConfig, IReadOnlyList<CommissionTier>> Tiers = new(
        "tiers",
        new ListKind<CommissionTier>(new ObjectKind<CommissionTier>([UpTo, TierValue], map => new CommissionTier(map.Get(UpTo), map.Get(TierValue)))),
        commission => ((CommissionConfig.Tiered)commission).Tiers,
        "The tiers in ascending order, the last without 'up_to'.")
    {
        IsRequired = true,
    };

    private static readonly Key<CommissionConfig, string> Id = new(
        "type", Kinds.Text, commission => ((CommissionConfig.Plugin)commission).Model.Type, "The id of a commission model plugin.")
    {
        IsRequired = true,
    };

    private static readonly Key<CommissionConfig, ParameterMap?> Parameters = new(
        "parameters",
        new ParametersKind()!,
        commission => ((CommissionConfig.Plugin)commission).Model.Parameters is { Entries.Count: > 0 } parameters ? parameters : null,
        "The parameters of the plugin.");

    private static readonly UnionKind<CommissionConfig> One = new(
        new UnionCase<CommissionConfig>("none", commission => commission is CommissionConfig.None, [], _ => new CommissionConfig.None()),
        new UnionCase<CommissionConfig>(
            "per_share",
            commission => commission is CommissionConfig.PerShare,
            [Money, Minimum, Maximum, Capped],
            BuildPerShare),
        new UnionCase<CommissionConfig>(
            "percent", commission => commission is CommissionConfig.Percent, [Share], map => new CommissionConfig.Percent(map.Get(Share))),
        new UnionCase<CommissionConfig>(
            "per_order",
            commission => commission is CommissionConfig.PerOrder,
            [OrderMoney],
            map => new CommissionConfig.PerOrder(map.Get(OrderMoney))),
        new UnionCase<CommissionConfig>(
            "maker_taker",
            commission => commission is CommissionConfig.MakerTaker,
            [Maker, Taker],
            map => new CommissionConfig.MakerTaker(map.Get(Maker), map.Get(Taker))),
        new UnionCase<CommissionConfig>("tiered", commission => commission is CommissionConfig.Tiered, [Tiers], BuildTiered),
        new UnionCase<CommissionConfig>(
            "a commission model plugin",
            commission => commission is CommissionConfig.Plugin,
            [Parameters],
            map => new CommissionConfig.Plugin(SlippageSection.ModelOf(map, map.Get(Id), map.Get(Parameters))))
        {
            Plugin = Id,
            PluginKind = PluginKind.CommissionModel,
        })
    {
        OfNumber = "percent",
    };

    /// <summary>The section: one, or several that add up.</summary>
    public static ValueKind<IReadOnlyList<CommissionConfig>> Kind { get; } = new OneOrManyKind<CommissionConfig>(One);

    private static CommissionConfig.PerShare BuildPerShare(MapReader map)
    {
        var perShare = new CommissionConfig.PerShare(map.Get(Money), map.Get(Minimum), map.Get(Maximum), map.Get(Capped) ?? false);
        if (map.Has(Capped.Name) && (perShare.Minimum is null || perShare.Maximum is null))
        {
            map.Error(
                Capped.Name, "missing_key", "'capped' needs both 'minimum' and 'maximum'",
                "Write both, such as minimum: 1, maximum: 0.005, or remove 'capped'.");
        }

        return perShare;
    }

    private static CommissionConfig.Tiered BuildTiered(MapReader map)
    {
        IReadOnlyList<CommissionTier> tiers = map.Get(Tiers) ?? [];
        bool isAscending = tiers.Count > 0 && tiers[^1].UpTo is null
            && tiers.Zip(tiers.Skip(1)).All(pair => pair.First.UpTo is { } end && (pair.Second.UpTo is not { } next || next > end));
        if (!isAscending)
        {
            map.Error(
                Tiers.Name, "invalid_value", "tiers must ascend by 'up_to', and the last must have none",
                "Write, for example, tiers: [{up_to: 1000, value: 0.01}, {value: 0.005}].");
        }

        return new CommissionConfig.Tiered(tiers);
    }

    private static CommissionConfig.PerShare PerShare(CommissionConfig commission) => (CommissionConfig.PerShare)commission;
}
