using System.Collections;
using System.Text.Json.Serialization;

namespace Backtest.Results;

/// <summary>An ordered list of drawdowns. Two lists are equal if their drawdowns are.</summary>
/// <param name="drawdowns">The drawdowns.</param>
[JsonConverter(typeof(DrawdownListConverter))]
public sealed class DrawdownList(IEnumerable<Drawdown> drawdowns) : IReadOnlyList<Drawdown>, IEquatable<DrawdownList>
{
    private readonly Drawdown[] _drawdowns = [.. drawdowns];

    /// <summary>The number of drawdowns.</summary>
    public int Count => _drawdowns.Length;

    /// <summary>The drawdown at an index, from 0.</summary>
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
