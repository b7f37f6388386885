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
        "Where market orders fill: at the next open, or at the close of the signal's own bar.");

    private static readonly Key<ExecutionConfig, FillProfile?> Profile = new(
        "profile",
        new ChoiceKind<FillProfile?>([.. FillProfile.All.Select(profile => (profile.Name, (FillProfile?)profile))]),
        execution => execution.Profile,
        "Whose rules orders fill by: 'fill', 'path' and 'matching' in one word, and nothing else. Those of this engine, unless given.");

    private static readonly Key<ExecutionConfig, ExecutionModel?> Path = new(
        "path",
        ExecutionModelSection.Path!,
        execution => execution.Path,
        "In which order the levels of a bar are met; pessimistic, unless given or said by the profile.");

    private static readonly Key<ExecutionConfig, ExecutionModel?> Matching = new(
        "matching",
        ExecutionModelSection.Of(ExecutionModel.Matchings, PluginKind.OrderMatching)!,
        execution => execution.Matching,
        "Which order fills where; standard, unless given or said by the profile.");

    private static readonly Key<ExecutionConfig, SlippageConfig> Slippage = new(
        "slippage", SlippageSection.Kind, execution => execution.Slippage, "What market and stop orders lose against the price.")
    {
        Default = new SlippageConfig.None(),
    };

    private static readonly Key<ExecutionConfig, IReadOnlyList<CommissionConfig>> Commission =
        new("commission", CommissionSection.Kind, execution => execution.Commission.Summands, "What a trade costs; of a list, all of it.")
        {
            Default = [new CommissionConfig.None()],
        };

    private static readonly Key<ExecutionConfig, InterestConfig?> Interest = new(
        "interest", InterestSection.Kind!, execution => execution.Interest, "What is paid for what is borrowed, and on cash; nothing, unless given.");

    private static readonly Key<ExecutionConfig, decimal?> VolumeLimit = new(
        "volume_limit",
        Kinds.Maybe(Kinds.Decimal(Bounds.PositiveUpTo(1))),
        execution => execution.VolumeLimit,
        "The share of a bar's volume one order may take; the rest stays open. No limit, unless given.");

    private static readonly Key<ExecutionConfig, Latency?> LatencyKey = new(
        "latency",
        new TextKind<Latency?>(
            "a number of bars or a length of time",
            "1 bar or 5m",
            text => (Latency.Parse(text) is not null, Latency.Parse(text)),
            latency => latency!.ToString()!,
            "^([1-9][0-9]* bars?|[1-9][0-9]*[smhdw])$"),
        execution => execution.Latency,
        "How long orders, and requests to cancel or amend them, are on their way to the market. They are there by the next bar, unless given.");

    // Written only if it is set, so that files without it hash as before.
    private static readonly Key<ExecutionConfig, LiquidityScope?> Liquidity = new(
        "liquidity",
        new ChoiceKind<LiquidityScope?>(
            ("order", LiquidityScope.Order), ("portfolio", LiquidityScope.Portfolio), ("run", LiquidityScope.Run)),
        execution => execution.Liquidity == LiquidityScope.Order ? null : execution.Liquidity,
        "What shares the volume that 'volume_limit' leaves: each order has it to itself, unless given.");

    private static readonly Key<ExecutionConfig, bool?> Quotes = new(
        "quotes",
        new ChoiceKind<bool?>(("sides", true), ("ignored", false)),
        execution => execution.TakesSides,
        "Whether orders fill at bid or ask, where bars have both; they do, unless given or slippage goes by the spread.");

    private static readonly Key<ExecutionConfig, bool> OnFault = new(
        "on_fault",
        new ChoiceKind<bool>(("isolate", false), ("stop", true)),
        execution => execution.StopsOnFault,
        "Whether a fault stops its container alone or the whole run.");

    private static readonly Key<ExecutionConfig, bool> AtEnd = new(
        "at_end",
        new ChoiceKind<bool>(("keep", false), ("close", true)),
        execution => execution.ClosesAtEnd,
        "What becomes of positions that are open after the last bar.");

    private static readonly Key<ExecutionConfig, bool> OnRuin = new(
        "on_ruin",
        new ChoiceKind<bool>(("stop", false), ("continue", true)),
        execution => execution.ContinuesOnRuin,
        "What becomes of a portfolio whose equity is at or below zero: its positions are closed and it enters nothing more, or it trades on.");

    private static readonly Key<ExecutionConfig, DelistedAfter> DelistedAfterKey = new(
        "delisted_after",
        new TextKind<DelistedAfter>(
            "sessions of the symbol's calendar, a length of time, or never",
            "10 sessions, 14d or never",
            text => (DelistedAfter.Parse(text) is { } after, DelistedAfter.Parse(text)!),
            after => after.ToString(),
            "^([1-9][0-9]* sessions?|[1-9][0-9]*[smhdw]|never)$"),
        execution => execution.DelistedAfter,
        "How long a symbol goes without a bar before what is held of it is closed; without a calendar five sessions stand for a week. "
        + "Never less than three lengths of its own bar.")
    {
        Default = DelistedAfter.Default,
    };

    private static readonly Key<ExecutionConfig, decimal> DelistingReturn = new(
        "delisting_return",
        Kinds.Decimal(Bounds.From(-1)),
        execution => execution.DelistingReturn,
        "What the last price of such a symbol gains when it is closed, as a fraction: -0.3 is 30% less.");

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
                Fill.Name, "contradicting_key", $"profile {profile.Name} has fill: close, and not next_open",
                "Remove 'fill', or 'profile' and say each key by itself.");
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
