using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Backtest.Abstractions.Runtime;

/// <summary>Reads a column some bars ago.</summary>
/// <typeparam name="TValue">The type of the indicator's values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct IndicatorReader<TValue>
    where TValue : struct
{
    private readonly IndicatorColumn<TValue> _column;
    private readonly int _offset;

    /// <summary>A view of a column.</summary>
    public IndicatorReader(IndicatorColumn<TValue> column, int offset)
    {
        _column = column;
        _offset = offset;
        column.Remember(offset);
    }

    /// <summary>The column behind the view.</summary>
    public IndicatorColumn Column => _column;

    /// <summary>How many bars ago it reads.</summary>
    public int Offset => _offset;

    /// <summary>The value at a row of the chunk; row −1 is the last bar before it.</summary>
    public TValue this[int row]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _column.Values[row + _column.History - _offset];
    }

    /// <summary>The values at a number of rows of the chunk, starting at one of them.</summary>
    public ReadOnlySpan<TValue> Rows(int from, int count) => _column.Values.AsSpan(from + _column.History - _offset, count);
}
