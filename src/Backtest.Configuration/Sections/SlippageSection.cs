using Backtest.Abstractions.Runtime;
using Backtest.Configuration.Keys;
using Backtest.Engine;

namespace Backtest.Configuration.Sections;

/// <summary><c>slippage</c>: what orders lose against the price.</summary>
internal static class SlippageSection
{
    // Written only if they are set, so that files without them hash as before.
    private static readonly Key<SlippageConfig, bool?> AtOpen = new(
        "at_open",
        Kinds.Maybe(Kinds.Boolean),
        slippage => slippage.SlipsAtOpen ? null : false,
        "Whether fills at the open slip as well. Default: true.");

    private static readonly Key<SlippageConfig, bool?> WithinBar = new(
        "within_bar",
        Kinds.Maybe(Kinds.Boolean),
        slippage => slippage.StaysInBar ? true : null,
        "Whether a slipped price stays within the range of its bar. Default: false.");

    private static readonly Key<SlippageConfig, bool?> OutsideBar = new(
        "outside_bar",
        new ChoiceKind<bool?>(("fills", false), ("waits", true)),
        slippage => slippage.WaitsOutsideBar ? true : null,
        "What happens to an order whose slipped price is outside the range of its bar: it fills there (the default), or waits for a bar that reaches the price.");

    private static readonly Key<SlippageConfig, LimitSlippage?> Limits = new(
        "limits",
        new ChoiceKind<LimitSlippage?>(("none", LimitSlippage.None), ("within", LimitSlippage.Within), ("beyond", LimitSlippage.Beyond)),
        slippage => slippage.Limits == LimitSlippage.None ? null : slippage.Limits,
        "How much orders with a limit lose: nothing (the default); at an open better than their limit, as much as other orders but not beyond the limit; or as much as other orders, even beyond their limit.");

    private static readonly Key<SlippageConfig, bool?> Orders = new(
        "orders",
        new ChoiceKind<bool?>(("all", false), ("entries", true)),
        slippage => slippage.IsOfEntries ? true : null,
        "Which orders slip: all (the default), or only entries.");

    private static readonly Key<SlippageConfig, decimal> Value = new(
        "value", Kinds.Decimal(Bounds.NotNegative), slippage => ((SlippageConfig.Fixed)slippage).Value, "Points of price.")
    { IsRequired = true };

    private static readonly Key<SlippageConfig, decimal> Points = new(
        "value",
        Kinds.Decimal(Bounds.Between(0, 10_000)),
        slippage => ((SlippageConfig.BasisPoints)slippage).Value,
        "Hundredths of a percent of the price.")
    {
        IsRequired = true,
    };

    private static readonly Key<SlippageConfig, decimal> Impact = new(
        "impact",
        Kinds.Decimal(Bounds.NotNegative),
        slippage => ((SlippageConfig.VolumeShare)slippage).Impact,
        "The slippage of an order as large as the bar's volume, as a fraction of the price. It grows with the square of the order's share of the volume.")
    {
        Default = 0.1m,
    };

    private static readonly Key<SlippageConfig, decimal> MaximumShare = new(
        "maximum_share",
        Kinds.Decimal(Bounds.PositiveUpTo(1)),
        slippage => ((SlippageConfig.VolumeShare)slippage).MaximumShare,
        "The largest share of the bar's volume that counts.")
    {
        Default = 0.025m,
    };

    private static readonly Key<SlippageConfig, decimal> Multiple = new(
        "value",
        Kinds.Decimal(Bounds.NotNegative),
        slippage => ((SlippageConfig.Volatility)slippage).Value,
        "The slippage in multiples of the daily volatility over the ten sessions before.")
    {
        IsRequired = true,
    };

    private static readonly Key<SlippageConfig, decimal> Coefficient = new(
        "coefficient",
        Kinds.Decimal(Bounds.NotNegative),
        slippage => ((SlippageConfig.SquareRoot)slippage).Coefficient,
        "Y in Y · σ · √(X / V).")
    {
        Default = 1,
    };

    private static readonly Key<SlippageConfig, decimal> SharesOutstanding = new(
        "shares_outstanding",
        Kinds.Decimal(Bounds.Positive),
        slippage => ((SlippageConfig.Almgren)slippage).SharesOutstanding,
        "The number of shares outstanding.")
    {
        IsRequired = true,
        Need = ("the permanent impact depends on the share of all shares", "1728000000"),
    };

    private static readonly Key<SlippageConfig, decimal> Duration = new(
        "duration",
        Kinds.Decimal(Bounds.Positive),
        slippage => ((SlippageConfig.Almgren)slippage).Duration,
        "The number of days over which an order is spread.")
    {
        Default = 1,
    };

    private static readonly Key<SlippageConfig, string> Id =
        new("type", Kinds.Text, slippage => ((SlippageConfig.Plugin)slippage).Model.Type, "The id of a slippage model plugin.") { IsRequired = true };

    private static readonly Key<SlippageConfig, ParameterMap?> Parameters = new(
        "parameters",
        new ParametersKind()!,
        slippage => ((SlippageConfig.Plugin)slippage).Model.Parameters is { Entries.Count: > 0 } parameters ? parameters : null,
        "The parameters of the plugin.");

    private static readonly IKey<SlippageConfig>[] Scope = [AtOpen, WithinBar, OutsideBar, Limits, Orders];

    /// <summary>The section.</summary>
    public static ValueKind<SlippageConfig> Kind { get; } = new UnionKind<SlippageConfig>(
        new UnionCase<SlippageConfig>("none", slippage => slippage is SlippageConfig.None, [], _ => new SlippageConfig.None()),
        Case<SlippageConfig.Fixed>("fixed", [Value], map => new SlippageConfig.Fixed(map.Get(Value))),
        Case<SlippageConfig.BasisPoints>("basis_points", [Points], map => new SlippageConfig.BasisPoints(map.Get(Points))),
        Case<SlippageConfig.HalfSpread>("half_spread", [], _ => new SlippageConfig.HalfSpread()),
        Case<SlippageConfig.VolumeShare>(
            "volume_share", [Impact, MaximumShare], map => new SlippageConfig.VolumeShare(map.Get(Impact), map.Get(MaximumShare))),
        Case<SlippageConfig.Volatility>("volatility", [Multiple], map => new SlippageConfig.Volatility(map.Get(Multiple))),
        Case<SlippageConfig.SquareRoot>("square_root", [Coefficient], map => new SlippageConfig.SquareRoot(map.Get(Coefficient))),
        Case<SlippageConfig.Almgren>(
            "almgren", [SharesOutstanding, Duration], map => new SlippageConfig.Almgren(map.Get(SharesOutstanding), map.Get(Duration))),
        new UnionCase<SlippageConfig>(
            "a slippage model plugin",
            slippage => slippage is SlippageConfig.Plugin,
            [Parameters, .. Scope],
            map => Bounded(map, new SlippageConfig.Plugin(ModelOf(map, map.Get(Id), map.Get(Parameters)))))
        {
            Plugin = Id,
            PluginKind = PluginKind.SlippageModel,
        })
    {
        OfNumber = "basis_points",
    };

    /// <summary>A plugin's model.</summary>
    internal static ExecutionModel ModelOf(MapReader map, string id, ParameterMap? parameters) =>
        new(id) { Parameters = parameters ?? ParameterMap.Empty, Position = map.Position };

    private static UnionCase<SlippageConfig> Case<TCase>(string word, IReadOnlyList<IKey<SlippageConfig>> keys, Func<MapReader, SlippageConfig> build)
        where TCase : SlippageConfig =>
        new(word, slippage => slippage is TCase, [.. keys, .. Scope], map => Bounded(map, build(map)));

    private static SlippageConfig Bounded(MapReader map, SlippageConfig slippage)
    {
        SlippageConfig scoped = slippage with
        {
            SlipsAtOpen = map.Get(AtOpen) ?? true,
            StaysInBar = map.Get(WithinBar) ?? false,
            WaitsOutsideBar = map.Get(OutsideBar) ?? false,
            Limits = map.Get(Limits) ?? LimitSlippage.None,
            IsOfEntries = map.Get(Orders) ?? false,
        };
        if (scoped is { StaysInBar: true, WaitsOutsideBar: true })
        {
            map.Error(
                OutsideBar.Name, "contradicting_key", "within_bar: true keeps every price inside its bar, so no order ever waits",
                "Remove one of them.");
        }

        return scoped;
    }
}
