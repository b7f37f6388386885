using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>
/// What the capital would be worth if an equal part of it had gone into each symbol at its first open, without cost, and had stayed there. A
/// symbol that begins later has its part in cash until then. Prices are those of the data: neither dividends nor splits are made up for.
/// </summary>
internal static class BuyAndHold
{
    /// <summary>What it would be worth on given days.</summary>
    /// <param name="capital">The capital.</param>
    /// <param name="symbols">The closes of each symbol; at least one.</param>
    /// <param name="days">The days.</param>
    public static DailyCurve Of(double capital, IReadOnlyCollection<DailyCloses> symbols, IEnumerable<DateOnly> days)
    {
        double part = capital / symbols.Count;
        var next = new int[symbols.Count];
        var curve = new List<DailyEquity>();
        foreach (DateOnly day in days)
        {
            double worth = 0;
            int index = 0;
            foreach (DailyCloses closes in symbols)
            {
                while (next[index] < closes.Days.Count && closes.Days[next[index]].Day <= day)
                    next[index]++;
                worth += next[index] == 0 ? part : part * closes.Days[next[index] - 1].Equity / closes.FirstOpen;
                index++;
            }

            curve.Add(new DailyEquity(day, worth));
        }

        return new DailyCurve(capital, curve);
    }
}
