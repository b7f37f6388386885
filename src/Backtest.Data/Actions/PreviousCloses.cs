using Backtest.Abstractions.Runtime;

namespace Backtest.Data.Actions;

/// <summary>Finds the last close before each of some days in one pass over a series, in the memory of one block of bars.</summary>
internal static class PreviousCloses
{
    private const int Block = 4096;

    /// <summary>Finds them.</summary>
    /// <param name="source">Has the bars.</param>
    /// <param name="series">The series to read.</param>
    /// <param name="days">The days, in order, as <see cref="DateOnly.DayNumber"/>.</param>
    /// <param name="cancellation">Heard between blocks.</param>
    /// <returns>
    /// For each day the close, not a number where no bar lies before it; and how many of the days, from the first, have a bar on them or after.
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
