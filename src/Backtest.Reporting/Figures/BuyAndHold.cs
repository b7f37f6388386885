using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>
/// The value of the capital if an equal part of it had been invested in each symbol at its first open, without cost, and held. The part of a symbol
/// that begins later is cash until then. Prices are those of the data, without compensation for dividends and splits.
/// </summary>
internal static class BuyAndHold
{
    /// <summary>Computes the value on given days.</summary>
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
