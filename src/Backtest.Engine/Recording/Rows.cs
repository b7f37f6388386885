using System.Runtime.InteropServices;

namespace Backtest.Engine;

/// <summary>Rows of a table for one chunk; grows, and is emptied without giving memory back.</summary>
/// <typeparam name="TRow">The row.</typeparam>
public sealed class Rows<TRow>
    where TRow : struct
{
    private readonly List<TRow> _rows = [];

    /// <summary>The number of rows.</summary>
    public int Count => _rows.Count;

    /// <summary>The rows; valid until one is added.</summary>
    public Span<TRow> Span => CollectionsMarshal.AsSpan(_rows);

    /// <summary>Adds a row.</summary>
    public void Add(in TRow row) => _rows.Add(row);

    /// <summary>Forgets the rows.</summary>
    public void Clear() => _rows.Clear();
}
