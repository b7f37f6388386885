using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Backtest.Abstractions.Runtime;

/// <summary>Reads the bars of another timeframe: at each row of the reader's own bars, the last that had closed by then.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BarsReader
{
    private readonly BarSeries _bars;
    private readonly BarSeries _none;

    /// <summary>A view of bars.</summary>
    /// <param name="rows">For each own row, the row of the bar; below zero if there is none yet.</param>
    /// <param name="bars">The bars.</param>
    /// <param name="none">One bar that is not a number, read if there is none yet.</param>
    public BarsReader(IndicatorReader<int> rows, BarSeries bars, BarSeries none)
    {
        Rows = rows;
        _bars = bars;
        _none = none;
    }

    /// <summary>The rows of the bars.</summary>
    public IndicatorReader<int> Rows { get; }

    /// <summary>The bar at a row of the chunk.</summary>
    public BarEvent this[int row]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            int at = Rows[row];
            return at >= 0 ? new BarEvent(_bars, at) : new BarEvent(_none, 0);
        }
    }
}
