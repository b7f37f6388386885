namespace Backtest.Engine;

/// <summary>
/// Compares the sources of runs: equal if they certainly read the same data, which means that the sources are equal one by one and lists in them are
/// the same objects. Others may be the same as well, but are then read separately.
/// </summary>
internal sealed class SameSources : IEqualityComparer<IReadOnlyList<BarSourceOptions>>
{
    public static readonly SameSources Comparer = new();

    public bool Equals(IReadOnlyList<BarSourceOptions>? x, IReadOnlyList<BarSourceOptions>? y) => ReferenceEquals(x, y) || x!.SequenceEqual(y!);

    public int GetHashCode(IReadOnlyList<BarSourceOptions> obj) => obj.Count;
}
