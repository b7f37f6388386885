using Backtest.Abstractions.Runtime;

namespace Backtest.Benchmarks;

/// <summary>Does the same as <see cref="CrossRun"/> in one loop: the same averages, decisions, ledger, equity columns and hashes.</summary>
public static class CrossLoop
{
    /// <summary>Runs over instruments that have a bar at every turn, with simple averages.</summary>
    public static Outcome Simple(PreloadedBars bars, int fastPeriod = CrossRun.Fast, int slowPeriod = CrossRun.Slow)
    {
        int symbols = bars.Columns.Count;
        BarSeries[] series = [.. bars.Columns];
        SimpleMovingAverage[] fast = [.. series.Select(_ => new SimpleMovingAverage(fastPeriod))];
        SimpleMovingAverage[] slow = [.. series.Select(_ => new SimpleMovingAverage(slowPeriod))];
        var book = new CrossBook(series);
        double[] spreads = new double[symbols];
        Array.Fill(spreads, double.NaN);
        for (int row = 0; row < series[0].Count; row++)
        {
            for (int s = 0; s < symbols; s++)
            {
                double close = series[s].Close[row];
                double before = spreads[s];
                double now = fast[s].Update(close) - slow[s].Update(close);
                spreads[s] = now;
                book.Fill(s, row);
                if (before < 0 && now > 0)
                    book.Enter(s, row);
                else if (before > 0 && now < 0)
                    book.Exit(s, row);
            }

            book.Value(row);
        }

        return book.Outcome();
    }

    /// <summary>Runs over instruments that have a bar at every turn, with exponential averages.</summary>
    public static Outcome Exponential(PreloadedBars bars)
    {
        int symbols = bars.Columns.Count;
        BarSeries[] series = [.. bars.Columns];
        ExponentialMovingAverage[] fast = [.. series.Select(_ => new ExponentialMovingAverage(CrossRun.Fast))];
        ExponentialMovingAverage[] slow = [.. series.Select(_ => new ExponentialMovingAverage(CrossRun.Slow))];
        var book = new CrossBook(series);
        double[] spreads = new double[symbols];
        Array.Fill(spreads, double.NaN);
        for (int row = 0; row < series[0].Count; row++)
        {
            for (int s = 0; s < symbols; s++)
            {
                double close = series[s].Close[row];
                double before = spreads[s];
                double now = fast[s].Update(close) - slow[s].Update(close);
                spreads[s] = now;
                book.Fill(s, row);
                if (before < 0 && now > 0)
                    book.Enter(s, row);
                else if (before > 0 && now < 0)
                    book.Exit(s, row);
            }

            book.Value(row);
        }

        return book.Outcome();
    }
}
