namespace Backtest.Engine;

/// <summary>
/// Whether runs surely read the same data: their sources are equal one by one, lists in them being the same objects. Others may as well, and
/// are then read apart.
/// </summary>
internal sealed class SameSources : IEqualityComparer<IReadOnlyList<BarSourceOptions>>
{
    public static readonly SameSources Comparer = new();

    public bool Equals(IReadOnlyList<BarSourceOptions>? x, IReadOnlyList<BarSourceOptions>? y) => ReferenceEquals(x, y) || x!.SequenceEqual(y!);

    public int GetHashCode(IReadOnlyList<BarSourceOptions> obj) => obj.Count;
}
