using System.Runtime.InteropServices;

namespace Backtest;

/// <summary>A point of a search space: a coordinate for each dimension. Points are compared by value.</summary>
public sealed class SearchPoint : IEquatable<SearchPoint>
{
    private readonly double[] _coordinates;

    /// <param name="coordinates">The coordinates, in the order of the dimensions: numbers, or for a choice the index of the value.</param>
    public SearchPoint(params IEnumerable<double> coordinates) => _coordinates = [.. coordinates];

    /// <summary>The coordinates, in the order of the dimensions.</summary>
    public ReadOnlySpan<double> Coordinates => _coordinates;

    /// <summary>The coordinate in a dimension.</summary>
    public double this[int dimension] => _coordinates[dimension];

    /// <inheritdoc/>
    public bool Equals(SearchPoint? other) => other is not null && Coordinates.SequenceEqual(other.Coordinates);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SearchPoint);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(MemoryMarshal.AsBytes(Coordinates));
        return hash.ToHashCode();
    }

    /// <summary>The coordinates, separated by commas.</summary>
    public override string ToString() =>
        string.Join(", ", _coordinates.Select(value => value.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
