using Backtest.Abstractions.Runtime;

namespace Backtest.Data.Actions;

/// <summary>Finds the last close before each of several days in one pass over a series, holding one block of bars in memory.</summary>
internal static class PreviousCloses
{
    private const int Block = 4096;

    /// <summary>Finds the closes.</summary>
    /// <param name="source">The source of the bars.</param>
    /// <param name="series">The series to read.</param>
    /// <param name="days">The days, in order, as <see cref="DateOnly.DayNumber"/>.</param>
    /// <param name="cancellation">Checked between blocks.</param>
    /// <returns>
    /// The close for each day, NaN if no bar precedes it, and how many of the days, from the first, have a bar on them or later.
    /// </returns>
    public static (double[] Closes, int Reached) Find(IBarSource source, SourceSeries series, IReadOnlyList<int> days, CancellationToken cancellation)
    {
        var closes = new double[days.Count];
        Array.Fill(closes, double.NaN);
        using IBarReader reader = source.Open(series);
        var bars = new BarSeries(new Instrument { Symbol = series.Symbol }, series.Timeframe, index: 0, series.HasVolume);
        double last = double.NaN;
        int next = 0;
        while (next < days.Count && reader.Read(bars, Block) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int row = 0; row < bars.Count; row++)
            {
                for (; next < days.Count && bars.Day[row] >= days[next]; next++)
                    closes[next] = last;
                last = bars.Close[row];
            }

            bars.Advance();
        }

        return (closes, next);
    }
}
