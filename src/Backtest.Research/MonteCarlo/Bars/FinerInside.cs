using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>
/// The finer bars inside bars, which change along with them. Bars that their finer bars do not make up have none, as in the run.
/// </summary>
internal sealed class FinerInside
{
    private readonly BarSeries _finer;
    private readonly BarSeries _whole;
    private readonly (int From, int Count)[] _rows; // by row of the bars

    /// <summary>Finds the finer bars.</summary>
    /// <param name="finer">The finer bars.</param>
    /// <param name="whole">The bars.</param>
    public FinerInside(BarSeries finer, BarSeries whole)
    {
        _finer = new BarSeries(finer.Instrument, finer.Timeframe, finer.Index, finer.HasVolume, finer.Bid is not null);
        _finer.Append(finer, 0, finer.Count);
        _whole = whole;
        _rows = new (int, int)[whole.Count];
        bool hasSides = finer.Bid is not null && whole.Bid is not null;
        for (int row = 0, next = 0; row < _rows.Length; row++)
        {
            while (next < finer.Count && finer.Start[next] < whole.Start[row])
                next++;
            int first = next;
            while (next < finer.Count && finer.End[next] <= whole.End[row])
                next++;
            if (next > first && FinerPrices.MakeUp(whole, row, _finer, first, next, hasSides))
                _rows[row] = (first, next - first);
        }
    }

    /// <summary>The finer bars inside changed bars.</summary>
    /// <param name="bars">The changed bars.</param>
    /// <param name="source">
    /// The row of the original bar that each changed bar is made of; it gets that bar's finer bars, at its own prices and times.
    /// </param>
    public BarSeries Of(BarSeries bars, Func<int, int> source)
    {
        var inside = new BarSeries(_finer.Instrument, _finer.Timeframe, _finer.Index, _finer.HasVolume, _finer.Bid is not null);
        for (int row = 0; row < bars.Count; row++)
        {
            int from = source(row);
            (int first, int count) = _rows[from];
            if (count == 0)
                continue;
            int place = inside.Count;
            inside.Append(_finer, first, count);
            GoWith(bars, row, from, inside, place);
        }

        return inside;
    }

    /// <summary>Copies the finer bars inside one bar into another.</summary>
    private void GoWith(BarSeries bars, int row, int from, BarSeries inside, int place)
    {
        var prices = new PriceMap(_whole, from, bars, row);
        double quotes = bars.Close[row] / _whole.Close[from];
        (int highest, int lowest) = (place, place);
        for (int part = place; part < inside.Count; part++)
        {
            highest = inside.High[part] > inside.High[highest] ? part : highest;
            lowest = inside.Low[part] < inside.Low[lowest] ? part : lowest;
        }

        for (int part = place; part < inside.Count; part++)
        {
            inside.Day[part] = bars.Day[row];
            inside.Start[part] = TimeIn(bars, row, from, inside.Start[part]);
            inside.End[part] = TimeIn(bars, row, from, inside.End[part]);
            prices.Apply(inside, part);
            ScaledQuotes.Scale(inside.Bid, part, quotes);
            ScaledQuotes.Scale(inside.Ask, part, quotes);
        }

        // Prices that were equal may now differ, such as an open at the low: the bar's prices must remain those of its finer bars.
        inside.Open[place] = bars.Open[row];
        inside.Close[inside.Count - 1] = bars.Close[row];
        inside.High[highest] = bars.High[row];
        inside.Low[lowest] = bars.Low[row];
        for (int part = place; part < inside.Count; part++)
        {
            inside.High[part] = Math.Max(inside.High[part], Math.Max(inside.Open[part], inside.Close[part]));
            inside.Low[part] = Math.Min(inside.Low[part], Math.Min(inside.Open[part], inside.Close[part]));
        }
    }

    /// <summary>The time in a bar that corresponds to a time in the bar it is made of, which may be of another length, such as a short day.</summary>
    private long TimeIn(BarSeries bars, int row, int from, long time)
    {
        (long start, long end) = (_whole.Start[from], _whole.End[from]);
        return bars.Start[row] + (long)((Int128)(time - start) * (bars.End[row] - bars.Start[row]) / (end - start));
    }
}
