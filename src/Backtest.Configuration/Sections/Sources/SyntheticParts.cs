using Backtest.Configuration.Keys;

namespace Backtest.Configuration.Sections.Sources;

/// <summary>The parts of synthetic bars: <c>jumps</c>, and an entry of <c>regimes</c>.</summary>
internal static class SyntheticParts
{
    private static readonly Key<SyntheticJumps, double> Rate =
        new("rate", Kinds.Number(Bounds.Between(0, 1)), jumps => jumps.Rate, "The share of bars with a jump.") { IsRequired = true };

    private static readonly Key<SyntheticJumps, double> Size =
        new("size", Kinds.Number(Bounds.Between(0, 0.15)), jumps => jumps.Size, "The standard deviation of a jump's return.") { IsRequired = true };

    private static readonly Key<SyntheticRegime, double> Drift =
        new("drift", Kinds.Number(Bounds.Between(-0.05, 0.05)), regime => regime.Drift, "The mean return of a bar in this state.") { IsRequired = true };

    private static readonly Key<SyntheticRegime, double> Volatility = new(
        "volatility", Kinds.Number(Bounds.Between(0, 0.15)), regime => regime.Volatility, "The standard deviation of a bar's return in this state.")
    {
        IsRequired = true,
    };

    private static readonly Key<SyntheticRegime, double> Length =
        new("length", Kinds.Number(Bounds.From(1)), regime => regime.Length, "The mean number of bars that this state lasts.") { IsRequired = true };

    /// <summary><c>jumps</c>.</summary>
    public static ValueKind<SyntheticJumps> Jumps { get; } =
        new ObjectKind<SyntheticJumps>([Rate, Size], map => new SyntheticJumps(map.Get(Rate), map.Get(Size)));

    /// <summary>An entry of <c>regimes</c>.</summary>
    public static ValueKind<SyntheticRegime> Regime { get; } = new ObjectKind<SyntheticRegime>(
        [Drift, Volatility, Length], map => new SyntheticRegime(map.Get(Drift), map.Get(Volatility), map.Get(Length)));
}
