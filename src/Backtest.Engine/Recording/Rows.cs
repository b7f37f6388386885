namespace Backtest.Engine;

/// <summary>Rows of a table for one chunk; grows, and is emptied without giving memory back.</summary>
/// <typeparam name="TRow">The row.</typeparam>
public sealed class Rows<TRow>
    where TRow : struct
{
    private TRow[] _rows = [];

    /// <summary>The number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>The rows; valid until one is added.</summary>
    public Span<TRow> Span => _rows.AsSpan(0, Count);

    /// <summary>Adds a row.</summary>
    public void Add(in TRow row)
    {
        if (Count == _rows.Length)
            Array.Resize(ref _rows, Math.Max(4, Count * 2));
        _rows[Count++] = row;
    }

    /// <summary>Forgets the rows. They are not cleared, for the next will overwrite them.</summary>
    public void Clear() => Count = 0;
}
