using Backtest.Configuration.Keys;

namespace Backtest.Configuration.Sections.Sources;

/// <summary><c>source: synthetic</c>: generated bars.</summary>
internal static class SyntheticSource
{
    private static readonly SyntheticBars Usual = new();

    private static readonly Key<DataPart, Timeframe> Timeframe = SourceKeys.Timeframe(data => Options(data).Timeframe);

    private static readonly Key<DataPart, string> TimeZone = SourceKeys.TimeZone(data => Options(data).TimeZone);

    private static readonly Key<DataPart, int> Count =
        new("bars", Kinds.Integer(Bounds.From(1)), data => Bars(data).Bars, "The number of bars of each symbol.") { Default = Usual.Bars };

    private static readonly Key<DataPart, DateOnly> FirstDay =
        new("first_day", Kinds.Date, data => Bars(data).Start, "The day of the first bar.") { Default = Usual.Start };

    private static readonly Key<DataPart, double> Price =
        new("price", Kinds.Number(Bounds.PositiveUpTo(1e9)), data => Bars(data).Price, "The first price.") { Default = Usual.Price };

    private static readonly Key<DataPart, double> Drift =
        new("drift", Kinds.Number(Bounds.Between(-0.05, 0.05)), data => Bars(data).Drift, "The mean return of a bar.") { Default = Usual.Drift };

    private static readonly Key<DataPart, double> Volatility = new(
        "volatility", Kinds.Number(Bounds.Between(0, 0.15)), data => Bars(data).Volatility, "The standard deviation of a bar's return.")
    {
        Default = Usual.Volatility,
    };

    private static readonly Key<DataPart, double> Correlation = new(
        "correlation", Kinds.Number(Bounds.Between(0, 1)), data => Bars(data).Correlation, "The correlation between the returns of any two symbols.");

    private static readonly Key<DataPart, double> Gap = new(
        "gap", Kinds.Number(Bounds.Between(0, 0.15)), data => Bars(data).Gap, "The standard deviation of a bar's open from the close before it.");

    private static readonly Key<DataPart, double> Missing =
        new("missing", Kinds.Number(Bounds.Between(0, 0.9)), data => Bars(data).Missing, "The share of bars that are missing.");

    private static readonly Key<DataPart, SyntheticJumps?> Jumps =
        new("jumps", SyntheticParts.Jumps!, data => Bars(data).Jumps, "Sudden moves of a symbol. Default: none.");

    private static readonly Key<DataPart, IReadOnlyList<SyntheticRegime>?> Regimes = new(
        "regimes",
        new ListKind<SyntheticRegime>(SyntheticParts.Regime)!,
        data => Bars(data).Regimes is { Count: > 0 } regimes ? regimes : null,
        "The states between which the market moves, instead of drift and volatility.");

    private static readonly Key<DataPart, ulong?> Seed = new(
        "seed", Kinds.Maybe(Kinds.Seed), data => data.Seed, "The seed of the bars' random numbers. Default: the run's seed.");

    /// <summary>The source.</summary>
    public static UnionCase<DataPart> Case { get; } = new(
        BarSourceOptions.Synthetic.Word,
        data => data.Options is BarSourceOptions.Synthetic,
        [
            SourceKeys.Symbols, Timeframe, SourceKeys.Start, SourceKeys.End, SourceKeys.TradeFrom, TimeZone, SourceKeys.Actions,
            SourceKeys.Adjustment, Count, FirstDay, Price, Drift, Volatility, Correlation, Gap, Missing, Jumps, Regimes, Seed,
        ],
        Build);

    private static DataPart Build(MapReader map)
    {
        var bars = new SyntheticBars
        {
            Bars = map.Get(Count),
            Start = map.Get(FirstDay),
            Price = map.Get(Price),
            Drift = map.Get(Drift),
            Volatility = map.Get(Volatility),
            Correlation = map.Get(Correlation),
            Gap = map.Get(Gap),
            Missing = map.Get(Missing),
            Jumps = map.Get(Jumps),
            Regimes = map.Get(Regimes) ?? Usual.Regimes,
        };
        var options = new BarSourceOptions.Synthetic { Timeframe = map.Get(Timeframe), TimeZone = map.Get(TimeZone), Bars = bars };
        return SourceKeys.Read(map, options, knowsActions: false) with { Seed = map.Get(Seed) };
    }

    private static BarSourceOptions.Synthetic Options(DataPart data) => (BarSourceOptions.Synthetic)data.Options;

    private static SyntheticBars Bars(DataPart data) => Options(data).Bars;
}
