namespace Backtest.Engine;

/// <summary>The rows of a table for one chunk. The buffer grows as needed, and keeps its memory when it is emptied.</summary>
/// <typeparam name="TRow">The type of the rows.</typeparam>
public sealed class Rows<TRow>
    where TRow : struct
{
    private TRow[] _rows = [];

    /// <summary>The number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>The rows; valid until a row is added.</summary>
    public Span<TRow> Span => _rows.AsSpan(0, Count);

    /// <summary>Adds a row.</summary>
    public void Add(in TRow row) => Add() = row;

    /// <summary>
    /// Adds a row to be written in place, which avoids copying a large row. It still contains earlier values, so every field must be set.
    /// </summary>
    public ref TRow Add()
    {
        if (Count == _rows.Length)
            Grow(Count + 1);
        return ref _rows[Count++];
    }

    /// <summary>Adds rows to be written in place.</summary>
    public Span<TRow> AddRange(int count)
    {
        if (Count + count > _rows.Length)
            Grow(Count + count);
        Span<TRow> added = _rows.AsSpan(Count, count);
        Count += count;
        return added;
    }

    /// <summary>Keeps only the first rows. The others are not cleared, because later rows overwrite them.</summary>
    public void Keep(int count) => Count = count;

    /// <summary>Removes all rows.</summary>
    public void Clear() => Count = 0;

    private void Grow(int count) => Array.Resize(ref _rows, Math.Max(4, Math.Max(count, _rows.Length * 2)));
}
