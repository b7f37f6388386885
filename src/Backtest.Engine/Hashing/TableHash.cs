namespace Backtest.Engine;

/// <summary>The hash of one table of a portfolio. It takes the rows of a chunk in several parts, each row once.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="names">The names behind the indexes in rows.</param>
internal sealed class TableHash<TRow>(HashedNames names)
    where TRow : struct, IRow
{
    private int _taken;

    /// <summary>The hash so far.</summary>
    public EventHash Hash { get; } = new(names);

    /// <summary>Hashes the rows that are new since the last call.</summary>
    public void Take(Rows<TRow> rows, Rows<double>? indicatorValues = null)
    {
        Hash.Add((ReadOnlySpan<TRow>)rows.Span[_taken..], indicatorValues);
        _taken = rows.Count;
    }

    /// <summary>Starts again with the first row, because the next chunk's rows replace those of this one.</summary>
    public void EndChunk() => _taken = 0;
}
