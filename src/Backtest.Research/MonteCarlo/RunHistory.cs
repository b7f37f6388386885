using Backtest.Results;

namespace Backtest.Research;

/// <summary>The days and trades of a run, for resampling.</summary>
internal sealed class RunHistory
{
    private RunHistory(double initial, IReadOnlyList<DailyEquity> days, double[] tradeReturns)
    {
        Initial = initial;
        Days = days;
        TradeReturns = tradeReturns;
    }

    /// <summary>The initial equity.</summary>
    public double Initial { get; }

    /// <summary>The equity at the end of each day.</summary>
    public IReadOnlyList<DailyEquity> Days { get; }

    /// <summary>The profit of each trade divided by the run's equity when it was opened, in the order trades ended.</summary>
    public double[] TradeReturns { get; }

    /// <summary>Equity from the beginning to the last day.</summary>
    public double[] DailyPath => [Initial, .. Days.Select(day => day.Equity)];

    /// <summary>Reads a run.</summary>
    /// <exception cref="InputException">A table of the run is missing or cannot be read.</exception>
    public static RunHistory Of(StoredRun run)
    {
        double initial = (double)(run.Metrics?.Total.InitialCapital ?? 0);
        EquitySeries total = run.Equity.Total;
        var days = new List<DailyEquity>();
        for (int i = 0; i < total.Count; i++)
        {
            // A turn that ends at midnight belongs to the day before.
            var point = new DailyEquity(DateOnly.FromDateTime(total.Times[i].AddTicks(-1)), total.Equity[i]);
            if (days.Count > 0 && days[^1].Day == point.Day)
                days[^1] = point;
            else
                days.Add(point);
        }

        var returns = new List<double>();
        foreach (TradeRow trade in run.Trades.OrderBy(trade => trade.ExitTime))
        {
            int row = total.Times.BinarySearch(trade.EntryTime);
            row = row < 0 ? ~row - 1 : row;
            double equity = row < 0 ? initial : total.Equity[row];
            if (equity > 0)
                returns.Add((double)trade.Profit / equity);
        }

        return new RunHistory(initial, days, [.. returns]);
    }

    /// <summary>The simple returns of a path, one per step; 0 once no equity is left.</summary>
    public static double[] ReturnsOf(ReadOnlySpan<double> path)
    {
        double[] returns = new double[path.Length - 1];
        for (int i = 0; i < returns.Length; i++)
            returns[i] = path[i] > 0 ? (Math.Max(0, path[i + 1]) / path[i]) - 1 : 0;
        return returns;
    }
}
