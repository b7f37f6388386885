using Backtest.Abstractions.Runtime;
using Backtest.Configuration.Keys;
using Backtest.Engine;

namespace Backtest.Configuration.Sections;

/// <summary><c>execution</c>: how orders fill.</summary>
internal static class ExecutionSection
{
    private static readonly Key<ExecutionConfig, bool> Fill = new(
        "fill",
        new ChoiceKind<bool>(("next_open", false), ("close", true)),
        execution => execution.FillsAtClose,
        "Where market orders fill: at the next open, or at the close of the signal's bar.");

    private static readonly Key<ExecutionConfig, FillProfile?> Profile = new(
        "profile",
        new ChoiceKind<FillProfile?>([.. FillProfile.All.Select(profile => (profile.Name, (FillProfile?)profile))]),
        execution => execution.Profile,
        "The engine whose rules orders fill by. It sets 'fill', 'path' and 'matching' together, and nothing else. Default: the rules of this engine.");

    private static readonly Key<ExecutionConfig, ExecutionModel?> Path = new(
        "path",
        ExecutionModelSection.Path!,
        execution => execution.Path,
        "The order in which the levels of a bar are reached. Default: that of the profile, otherwise pessimistic.");

    private static readonly Key<ExecutionConfig, ExecutionModel?> Matching = new(
        "matching",
        ExecutionModelSection.Of(ExecutionModel.Matchings, PluginKind.OrderMatching)!,
        execution => execution.Matching,
        "The rules for which orders fill, and at what price. Default: those of the profile, otherwise standard.");

    private static readonly Key<ExecutionConfig, SlippageConfig> Slippage = new(
        "slippage", SlippageSection.Kind, execution => execution.Slippage, "How much worse than the price market and stop orders fill.")
    {
        Default = new SlippageConfig.None(),
    };

    private static readonly Key<ExecutionConfig, IReadOnlyList<CommissionConfig>> Commission =
        new("commission", CommissionSection.Kind, execution => execution.Commission.Summands, "What a trade costs. The items of a list add up.")
        {
            Default = [new CommissionConfig.None()],
        };

    private static readonly Key<ExecutionConfig, InterestConfig?> Interest = new(
        "interest", InterestSection.Kind!, execution => execution.Interest, "The interest paid for what is borrowed, and received on cash. Default: none.");

    private static readonly Key<ExecutionConfig, decimal?> VolumeLimit = new(
        "volume_limit",
        Kinds.Maybe(Kinds.Decimal(Bounds.PositiveUpTo(1))),
        execution => execution.VolumeLimit,
        "The share of a bar's volume that one order may take. The rest stays open. Default: no limit.");

    private static readonly Key<ExecutionConfig, Latency?> LatencyKey = new(
        "latency",
        new TextKind<Latency?>(
            "a number of bars or a length of time",
            "1 bar or 5m",
            text => (Latency.Parse(text) is not null, Latency.Parse(text)),
            latency => latency!.ToString()!,
            "^([1-9][0-9]* bars?|[1-9][0-9]*[smhdw])$"),
        execution => execution.Latency,
        "How long orders, and requests to cancel or amend them, take to reach the market. Default: they arrive by the next bar.");

    // Written only if it is set, so that files without it hash as before.
    private static readonly Key<ExecutionConfig, LiquidityScope?> Liquidity = new(
        "liquidity",
        new ChoiceKind<LiquidityScope?>(
            ("order", LiquidityScope.Order), ("portfolio", LiquidityScope.Portfolio), ("run", LiquidityScope.Run)),
        execution => execution.Liquidity == LiquidityScope.Order ? null : execution.Liquidity,
        "Who shares the volume that 'volume_limit' allows. Default: each order has it to itself.");

    private static readonly Key<ExecutionConfig, bool?> Quotes = new(
        "quotes",
        new ChoiceKind<bool?>(("sides", true), ("ignored", false)),
        execution => execution.TakesSides,
        "Whether orders fill at bid or ask if bars have both. Default: sides, or ignored if slippage is based on the spread.");

    private static readonly Key<ExecutionConfig, bool> OnFault = new(
        "on_fault",
        new ChoiceKind<bool>(("isolate", false), ("stop", true)),
        execution => execution.StopsOnFault,
        "Whether a fault stops only its container or the whole run.");

    private static readonly Key<ExecutionConfig, bool> AtEnd = new(
        "at_end",
        new ChoiceKind<bool>(("keep", false), ("close", true)),
        execution => execution.ClosesAtEnd,
        "What happens to positions that are open after the last bar.");

    private static readonly Key<ExecutionConfig, bool> OnRuin = new(
        "on_ruin",
        new ChoiceKind<bool>(("stop", false), ("continue", true)),
        execution => execution.ContinuesOnRuin,
        "What happens to a portfolio whose equity is at or below zero: its positions are closed and it makes no more entries, or it continues to trade.");

    private static readonly Key<ExecutionConfig, DelistedAfter> DelistedAfterKey = new(
        "delisted_after",
        new TextKind<DelistedAfter>(
            "sessions of the symbol's calendar, a length of time, or never",
            "10 sessions, 14d or never",
            text => (DelistedAfter.Parse(text) is { } after, DelistedAfter.Parse(text)!),
            after => after.ToString(),
            "^([1-9][0-9]* sessions?|[1-9][0-9]*[smhdw]|never)$"),
        execution => execution.DelistedAfter,
        "How long a symbol may have no bar before its positions are closed. Without a calendar, five sessions count as a week. "
        + "Never less than three times the length of its bars.")
    {
        Default = DelistedAfter.Default,
    };

    private static readonly Key<ExecutionConfig, decimal> DelistingReturn = new(
        "delisting_return",
        Kinds.Decimal(Bounds.From(-1)),
        execution => execution.DelistingReturn,
        "The return applied to the last price of such a symbol when its positions are closed, as a fraction: -0.3 is 30% less.");

    private static readonly IKey<ExecutionConfig>[] Keys =
        [
            Profile, Fill, Path, Matching, Slippage, Commission, Interest, Quotes, VolumeLimit, Liquidity, LatencyKey, OnFault, OnRuin,
            DelistedAfterKey, DelistingReturn, AtEnd,
        ];

    /// <summary>The section.</summary>
    public static ValueKind<ExecutionConfig> Kind { get; } = new ObjectKind<ExecutionConfig>(Keys, Build);

    /// <summary>The names of its keys.</summary>
    public static IEnumerable<string> KeyNames => Keys.Select(key => key.Name);

    private static ExecutionConfig Build(MapReader map)
    {
        FillProfile? profile = map.Get(Profile);
        if (profile is { FillsAtClose: true } && map.Has(Fill.Name) && !map.Get(Fill))
        {
            map.Error(
                Fill.Name, "contradicting_key", $"profile {profile.Name} has fill: close, not next_open",
                "Remove 'fill', or remove 'profile' and set each key separately.");
        }

        return Of(map, profile);
    }

    private static ExecutionConfig Of(MapReader map, FillProfile? profile) => new()
    {
        FillsAtClose = map.Get(Fill),
        Profile = profile,
        Path = map.Get(Path),
        Matching = map.Get(Matching),
        Slippage = map.Get(Slippage),
        Commission = map.Get(Commission) switch
        {
            [var only] => only,
            var parts => new CommissionConfig.Sum(parts),
        },
        Interest = map.Get(Interest),
        TakesSides = map.Get(Quotes),
        VolumeLimit = map.Get(VolumeLimit),
        Latency = map.Get(LatencyKey),
        Liquidity = map.Get(Liquidity) ?? LiquidityScope.Order,
        StopsOnFault = map.Get(OnFault),
        ContinuesOnRuin = map.Get(OnRuin),
        DelistedAfter = map.Get(DelistedAfterKey),
        DelistingReturn = map.Get(DelistingReturn),
        ClosesAtEnd = map.Get(AtEnd),
        Position = map.Position,
    };
}
