using Backtest.Configuration.Keys;

namespace Backtest.Configuration.Sections;

/// <summary>The keys of <c>data</c> that make synthetic bars.</summary>
internal static class SyntheticKeys
{
    private static readonly SyntheticBars Usual = new();

    private static readonly Key<DataPart, int?> Bars = new(
        "bars",
        Kinds.Maybe(Kinds.Integer(Bounds.From(1))),
        data => data.Options.Synthetic?.Bars,
        "Synthetic bars of each symbol; 2520, unless given.");

    private static readonly Key<DataPart, DateOnly?> FirstDay = new(
        "first_day",
        Kinds.Maybe(Kinds.Date),
        data => data.Options.Synthetic?.Start,
        "The day of the first synthetic bar; 2000-01-03, unless given.");

    private static readonly Key<DataPart, double?> Price = new(
        "price",
        Kinds.Maybe(Kinds.Number(Bounds.PositiveUpTo(1e9))),
        data => data.Options.Synthetic?.Price,
        "The first synthetic price; 100, unless given.");

    private static readonly Key<DataPart, double?> Drift = new(
        "drift",
        Kinds.Maybe(Kinds.Number(Bounds.Between(-0.05, 0.05))),
        data => data.Options.Synthetic?.Drift,
        "The mean return of a synthetic bar; 0.0003, unless given.");

    private static readonly Key<DataPart, double?> Volatility = new(
        "volatility",
        Kinds.Maybe(Kinds.Number(Bounds.Between(0, 0.15))),
        data => data.Options.Synthetic?.Volatility,
        "The deviation of a synthetic bar's return; 0.01, unless given.");

    private static readonly Key<DataPart, double?> Correlation = new(
        "correlation",
        Kinds.Maybe(Kinds.Number(Bounds.Between(0, 1))),
        data => data.Options.Synthetic?.Correlation,
        "The correlation of any two symbols' returns; 0, unless given.");

    private static readonly Key<DataPart, double?> Gap = new(
        "gap",
        Kinds.Maybe(Kinds.Number(Bounds.Between(0, 0.15))),
        data => data.Options.Synthetic?.Gap,
        "The deviation of a synthetic bar's open against the close before it; 0, unless given.");

    private static readonly Key<DataPart, double?> Missing = new(
        "missing",
        Kinds.Maybe(Kinds.Number(Bounds.Between(0, 0.9))),
        data => data.Options.Synthetic?.Missing,
        "The share of synthetic bars left out; 0, unless given.");

    private static readonly Key<DataPart, SyntheticJumps?> Jumps =
        new("jumps", SyntheticParts.Jumps!, data => data.Options.Synthetic?.Jumps, "Sudden moves of a synthetic symbol; none, unless given.");

    private static readonly Key<DataPart, IReadOnlyList<SyntheticRegime>?> Regimes = new(
        "regimes",
        new ListKind<SyntheticRegime>(SyntheticParts.Regime)!,
        data => data.Options.Synthetic?.Regimes is { Count: > 0 } regimes ? regimes : null,
        "States a synthetic market moves between, in place of drift and volatility.");

    private static readonly Key<DataPart, ulong?> Seed = new(
        "seed",
        Kinds.Maybe(Kinds.Seed),
        data => data.Seed,
        "Where the randomness of synthetic bars starts from; the run's seed, unless given.");

    /// <summary>The keys.</summary>
    public static IReadOnlyList<IKey<DataPart>> All { get; } =
        [Bars, FirstDay, Price, Drift, Volatility, Correlation, Gap, Missing, Jumps, Regimes, Seed];

    /// <summary>The bars they describe.</summary>
    public static SyntheticBars Read(MapReader map) => new()
    {
        Bars = map.Get(Bars) ?? Usual.Bars,
        Start = map.Get(FirstDay) ?? Usual.Start,
        Price = map.Get(Price) ?? Usual.Price,
        Drift = map.Get(Drift) ?? Usual.Drift,
        Volatility = map.Get(Volatility) ?? Usual.Volatility,
        Correlation = map.Get(Correlation) ?? Usual.Correlation,
        Gap = map.Get(Gap) ?? Usual.Gap,
        Missing = map.Get(Missing) ?? Usual.Missing,
        Jumps = map.Get(Jumps),
        Regimes = map.Get(Regimes) ?? Usual.Regimes,
    };

    /// <summary>The seed they give.</summary>
    public static ulong? ReadSeed(MapReader map) => map.Get(Seed);
}
