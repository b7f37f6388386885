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

    private static readonly Key<DataPart, ulong?> Seed = new(
        "seed",
        Kinds.Maybe(Kinds.Seed),
        data => data.Seed,
        "Where the randomness of synthetic bars starts from; the run's seed, unless given.");

    /// <summary>The keys.</summary>
    public static IReadOnlyList<IKey<DataPart>> All { get; } = [Bars, FirstDay, Price, Drift, Volatility, Seed];

    /// <summary>The bars they describe.</summary>
    public static SyntheticBars Read(MapReader map) => new()
    {
        Bars = map.Get(Bars) ?? Usual.Bars,
        Start = map.Get(FirstDay) ?? Usual.Start,
        Price = map.Get(Price) ?? Usual.Price,
        Drift = map.Get(Drift) ?? Usual.Drift,
        Volatility = map.Get(Volatility) ?? Usual.Volatility,
    };

    /// <summary>The seed they give.</summary>
    public static ulong? ReadSeed(MapReader map) => map.Get(Seed);
}
