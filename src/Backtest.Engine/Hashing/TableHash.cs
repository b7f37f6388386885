namespace Backtest.Engine;

/// <summary>The hash of one table of a portfolio. It takes the rows of a chunk in several goes, each row once.</summary>
/// <typeparam name="TRow">The row.</typeparam>
internal sealed class TableHash<TRow>(RowNames names)
    where TRow : struct, IRow
{
    private int _taken;

    /// <summary>The hash so far.</summary>
    public EventHash Hash { get; } = new();

    /// <summary>Takes the rows it has not taken yet.</summary>
    public void Take(Rows<TRow> rows, Rows<double>? indicatorValues = null)
    {
        foreach (ref readonly TRow row in (ReadOnlySpan<TRow>)rows.Span[_taken..])
            Hash.Add(row, names, indicatorValues);
        _taken = rows.Count;
    }

    /// <summary>The rows of the chunk make room for those of the next.</summary>
    public void EndChunk() => _taken = 0;
}
