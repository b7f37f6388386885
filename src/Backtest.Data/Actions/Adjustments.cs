using System.Globalization;
using Backtest.Data.Options;

namespace Backtest.Data.Actions;

/// <summary>Says what the bars of each symbol are adjusted by.</summary>
internal sealed class Adjustments(BarSourceOptions options, IBarSource source, CancellationToken cancellation)
{
    /// <summary>The steps of one symbol, by day.</summary>
    /// <param name="series">The symbol's series, from the shortest timeframe to the longest.</param>
    /// <param name="actions">The symbol's actions, as they take effect.</param>
    /// <exception cref="InputException">A dividend is no less than the close before it.</exception>
    public AdjustmentStep[] Of(IReadOnlyList<SourceSeries> series, IReadOnlyList<CorporateAction> actions)
    {
        Dictionary<int, double> closes = options.Adjustment == PriceAdjustment.All
            ? Closes(series, [.. actions.OfType<Dividend>().Select(dividend => dividend.Day.DayNumber).Distinct()])
            : [];
        var steps = new Stack<AdjustmentStep>();
        double units = 1;
        double kept = 1;
        // From the last to the first: what lies before an action is adjusted by all that follow.
        foreach (IGrouping<DateOnly, CorporateAction> day in actions.Reverse().GroupBy(action => action.Day))
        {
            double ratio = (double)day.OfType<Split>().Aggregate(1m, (product, split) => product * split.Ratio);
            double paid = (double)day.OfType<Dividend>().Sum(dividend => dividend.Amount);
            units *= ratio;
            if (paid > 0 && closes.TryGetValue(day.Key.DayNumber, out double close) && !double.IsNaN(close))
                kept *= Kept(series[0].Symbol, day.Key, paid, close / ratio);
            steps.Push(new AdjustmentStep(day.Key, units / kept, units));
        }

        return [.. steps];
    }

    /// <summary>
    /// What a share is worth without a dividend, as a part of the last close: 1 − dividend / close (the convention of the Center for Research
    /// in Security Prices' factor to adjust price for distributions, and of Yahoo's adjusted close).
    /// </summary>
    private double Kept(string symbol, DateOnly day, double paid, double close) => paid < close ? 1 - (paid / close) : throw new InputException(
        options.Error(
            "dividend_above_price",
            "actions",
            string.Create(
                CultureInfo.InvariantCulture,
                $"a dividend of {paid} on {day:yyyy-MM-dd} is no less than the close before it, {close}, of {symbol}"),
            "Dividends are money for each share in the prices' currency; see that both are of the same units."));

    /// <summary>The close before each day: of the shortest bars that have one.</summary>
    private Dictionary<int, double> Closes(IReadOnlyList<SourceSeries> series, IReadOnlyList<int> days)
    {
        var closes = new Dictionary<int, double>();
        IReadOnlyList<int> left = days;
        foreach (SourceSeries one in series)
        {
            if (left.Count == 0)
                break;
            foreach ((int day, double close) in left.Zip(PreviousCloses.Find(source, one, left, cancellation)))
            {
                if (!double.IsNaN(close))
                    closes[day] = close;
            }

            left = [.. left.Where(day => !closes.ContainsKey(day))];
        }

        return closes;
    }
}
