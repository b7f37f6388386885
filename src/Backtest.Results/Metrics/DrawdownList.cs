using System.Collections;
using System.Text.Json.Serialization;

namespace Backtest.Results;

/// <summary>Drawdowns in an order. Two lists are equal where their drawdowns are.</summary>
/// <param name="drawdowns">The drawdowns.</param>
[JsonConverter(typeof(DrawdownListConverter))]
public sealed class DrawdownList(IEnumerable<Drawdown> drawdowns) : IReadOnlyList<Drawdown>, IEquatable<DrawdownList>
{
    private readonly Drawdown[] _drawdowns = [.. drawdowns];

    /// <summary>How many there are.</summary>
    public int Count => _drawdowns.Length;

    /// <summary>The one in a place, from 0.</summary>
    public Drawdown this[int index] => _drawdowns[index];

    /// <inheritdoc/>
    public IEnumerator<Drawdown> GetEnumerator() => _drawdowns.AsEnumerable().GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(DrawdownList? other) => other is not null && _drawdowns.AsSpan().SequenceEqual(other._drawdowns);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DrawdownList);

    /// <inheritdoc/>
    public override int GetHashCode() => _drawdowns.Aggregate(Count, HashCode.Combine);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
