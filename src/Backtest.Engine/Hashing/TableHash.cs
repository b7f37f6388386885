namespace Backtest.Engine;

/// <summary>The hash of one table of a portfolio. It takes the rows of a chunk in several goes, each row once.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="names">What the places in rows stand for.</param>
internal sealed class TableHash<TRow>(HashedNames names)
    where TRow : struct, IRow
{
    private int _taken;

    /// <summary>The hash so far.</summary>
    public EventHash Hash { get; } = new(names);

    /// <summary>Takes the rows it has not taken yet.</summary>
    public void Take(Rows<TRow> rows, Rows<double>? indicatorValues = null)
    {
        Hash.Add((ReadOnlySpan<TRow>)rows.Span[_taken..], indicatorValues);
        _taken = rows.Count;
    }

    /// <summary>The rows of the chunk make room for those of the next.</summary>
    public void EndChunk() => _taken = 0;
}
