using System.Globalization;
using Backtest.Data.Options;

namespace Backtest.Data.Actions;

/// <summary>Determines by which steps the bars of each symbol are adjusted.</summary>
internal sealed class Adjustments(BarSourceOptions options, IBarSource source, CancellationToken cancellation)
{
    /// <summary>The steps of one symbol, by day. Prices are in terms of the last bar: later actions do not adjust them.</summary>
    /// <param name="series">The symbol's series, from the shortest timeframe to the longest.</param>
    /// <param name="actions">The symbol's actions, in the order they take effect.</param>
    /// <param name="adjusted">Receives the actions that have a bar on their day or later.</param>
    /// <exception cref="InputException">A dividend is not smaller than the close before it.</exception>
    public AdjustmentStep[] Of(
        IReadOnlyList<SourceSeries> series, IReadOnlyList<CorporateAction> actions, ICollection<CorporateAction> adjusted)
    {
        Dictionary<int, double> closes = Closes(series, [.. actions.Select(action => action.Day.DayNumber).Distinct()], out int last);
        actions = [.. actions.Where(action => action.Day.DayNumber <= last)];
        foreach (CorporateAction action in actions)
            adjusted.Add(action);
        var steps = new Stack<AdjustmentStep>();
        double units = 1;
        double kept = 1;
        // From last to first: what precedes an action is adjusted by all that follow.
        foreach (IGrouping<DateOnly, CorporateAction> day in actions.Reverse().GroupBy(action => action.Day))
        {
            double ratio = (double)day.OfType<Split>().Aggregate(1m, (product, split) => product * split.Ratio);
            double paid = (double)day.OfType<Dividend>().Sum(dividend => dividend.Unrounded ?? dividend.Amount);
            units *= ratio;
            if (paid > 0 && closes.TryGetValue(day.Key.DayNumber, out double close) && !double.IsNaN(close))
                kept *= Kept(series[0].Symbol, day.Key, paid, close / ratio);
            steps.Push(new AdjustmentStep(day.Key, units / kept, units));
        }

        return [.. steps];
    }

    /// <summary>
    /// A share's value without a dividend, as a fraction of the last close: 1 − dividend / close (the convention of the Center for Research in
    /// Security Prices' factor to adjust price for distributions, and of Yahoo's adjusted close).
    /// </summary>
    private double Kept(string symbol, DateOnly day, double paid, double close) => paid < close ? 1 - (paid / close) : throw new InputException(
        options.Error(
            "dividend_above_price",
            "actions",
            string.Create(
                CultureInfo.InvariantCulture,
                $"a dividend of {paid} on {day:yyyy-MM-dd} is not below the close before it, {close}, of {symbol}"),
            "Dividends are money for each share in the currency of the prices. Check that both use the same unit."));

    /// <summary>The close before each day, from the shortest bars that have one. Not needed where prices are adjusted for splits only.</summary>
    /// <param name="series">The symbol's series.</param>
    /// <param name="days">The days, in order.</param>
    /// <param name="last">The last of the days that has a bar on it or later; less than every day if none has.</param>
    private Dictionary<int, double> Closes(IReadOnlyList<SourceSeries> series, IReadOnlyList<int> days, out int last)
    {
        var closes = new Dictionary<int, double>();
        last = int.MinValue;
        if (options.Adjustment == PriceAdjustment.Splits && series.All(one => one.LastDay is not null))
        {
            last = series.Max(one => one.LastDay!.Value.DayNumber);
            return closes;
        }

        IReadOnlyList<int> left = days;
        foreach (SourceSeries one in series)
        {
            if (left.Count == 0)
                break;
            (double[] found, int reached) = PreviousCloses.Find(source, one, left, cancellation);
            last = reached > 0 ? Math.Max(last, left[reached - 1]) : last;
            foreach ((int day, double close) in left.Zip(found))
            {
                if (!double.IsNaN(close))
                    closes[day] = close;
            }

            left = [.. left.Where(day => !closes.ContainsKey(day))];
        }

        return closes;
    }
}
