using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

internal sealed partial class Holding
{
    private const int Whole = -1;

    private readonly EnteredInside _enteredInside = new();
    private double _worst;
    private double _best;
    private long _markedTo; // the index of the first bar whose prices are not yet included
    private int _markedParts = Whole; // the number of finer bars included of that bar, if a finer bar filled an order
    private MetBar _entry;

    /// <summary>
    /// Includes the values of the position at the rows before a given one, during which it did not change. Profit rises or falls with the price, so
    /// the extremes of the prices give those of the profit.
    /// </summary>
    /// <param name="series">The bars.</param>
    /// <param name="to">The row at which to end, exclusive.</param>
    /// <param name="finer">The finer bars inside them; <see langword="null"/> if there are none.</param>
    public void MarkTo(BarSeries series, int to, FinerSeries? finer)
    {
        int from = (int)(_markedTo - series.FirstIndex);
        _markedTo = series.FirstIndex + to;
        if (from >= to)
            return;
        int parts = _markedParts;
        _markedParts = Whole;
        if (Quantity == 0)
            return;
        if (parts != Whole)
        {
            MarkParts(finer!, from, parts, finer!.Rows(from).To);
            if (++from == to)
                return;
        }
        else if (_enteredInside.Is(series.FirstIndex + from, part: 0))
        {
            StoodAfterEntry(series, from);
            if (++from == to)
                return;
        }

        ReadOnlySpan<double> highs = series.High.AsSpan(from, to - from);
        ReadOnlySpan<double> lows = series.Low.AsSpan(from, to - from);
        (double high, double low) = (highs[0], lows[0]);
        for (int row = 1; row < highs.Length; row++)
        {
            if (highs[row] > high)
                high = highs[row];
            if (lows[row] < low)
                low = lows[row];
        }

        Stood(_quantity * high);
        Stood(_quantity * low);
    }

    /// <summary>Includes the values of the position at the finer bars of a bar before the current one, which fills an order.</summary>
    /// <param name="series">The bars.</param>
    /// <param name="finer">The finer bars inside them.</param>
    /// <param name="row">The row of the current finer bar.</param>
    /// <returns>The finer bar.</returns>
    public MetBar MarkWithin(BarSeries series, FinerSeries finer, int row)
    {
        int whole = (int)(_markedTo - series.FirstIndex);
        if (Quantity != 0)
            MarkParts(finer, whole, Math.Max(0, _markedParts), row);
        _markedParts = row - finer.Rows(whole).From;
        return new MetBar(_markedTo, 1 + _markedParts, finer.Bars.Start[row], finer.Bars.Open[row]);
    }

    /// <summary>Whether the prices of a bar are already included, so that an order which fills on it fills at its close.</summary>
    public bool HasMarked(long barIndex) => barIndex < _markedTo;

    private void MarkParts(FinerSeries finer, int whole, int parts, int to)
    {
        int first = finer.Rows(whole).From;
        for (int row = first + parts; row < to; row++)
        {
            if (_enteredInside.Is(finer.Whole.FirstIndex + whole, part: 1 + row - first))
            {
                StoodAfterEntry(finer.Bars, row);
                continue;
            }

            Stood(_quantity * finer.Bars.High[row]);
            Stood(_quantity * finer.Bars.Low[row]);
        }
    }

    /// <summary>
    /// Of the bar on which an exit fills, the open counts, and the prices between open and exit. If the position was entered inside the bar, only the
    /// exit counts, because the open came before the entry.
    /// </summary>
    private void MarkAtExit(in MetBar bar, double price)
    {
        if (!_enteredInside.Is(bar.Index, bar.Part) && bar.IsAfter(_entry))
            Stood(_quantity * bar.Open);
        Stood(_quantity * price);
    }

    /// <summary>Of a bar with an entry inside it, only prices proved to come after the entry count for that entry.</summary>
    private void StoodAfterEntry(BarSeries series, int row)
    {
        Stood((_quantity * series.High[row]) + _enteredInside.ShortOfHigh(series, row));
        Stood((_quantity * series.Low[row]) + _enteredInside.ShortOfLow(series, row));
    }

    /// <summary>Includes a value of the position.</summary>
    private void Stood(double value)
    {
        double profit = value - _cost + _realized;
        _best = Math.Max(_best, profit);
        _worst = Math.Min(_worst, profit);
    }
}
