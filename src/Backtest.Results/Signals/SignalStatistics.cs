using System.Runtime.InteropServices;

namespace Backtest.Results;

/// <summary>Computes statistics of measured entries: for each strategy overall, by symbol and by regime, over each horizon.</summary>
/// <param name="horizons">The horizons in bars.</param>
public sealed class SignalStatistics(IReadOnlyList<int> horizons)
{
    /// <summary>The minimum number of symbols on a date for a coefficient over symbols.</summary>
    public const int FewestSymbols = 5;

    /// <summary>All statistics of one strategy.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="strategy">The strategy.</param>
    /// <param name="entries">Its entries, in order of time.</param>
    public IEnumerable<SignalStatistic> Of(string portfolio, string strategy, IReadOnlyList<MeasuredEntry> entries) =>
    [
        .. Of(portfolio, strategy, SignalGroup.All, null, entries),
        .. entries.GroupBy(entry => entry.Symbol).OrderBy(group => group.Key, StringComparer.Ordinal)
            .SelectMany(group => Of(portfolio, strategy, SignalGroup.Symbol, group.Key, [.. group])),
        .. entries.Where(entry => entry.Regime is not null).GroupBy(entry => entry.Regime!).OrderBy(group => group.Key, StringComparer.Ordinal)
            .SelectMany(group => Of(portfolio, strategy, SignalGroup.Regime, group.Key, [.. group])),
    ];

    private IEnumerable<SignalStatistic> Of(
        string portfolio, string strategy, SignalGroup group, string? key, IReadOnlyList<MeasuredEntry> entries) =>
        Enumerable.Range(0, horizons.Count).Select(horizon => Of(portfolio, strategy, group, key, entries, horizon));

    private SignalStatistic Of(
        string portfolio, string strategy, SignalGroup group, string? key, IReadOnlyList<MeasuredEntry> entries, int horizon)
    {
        List<MeasuredEntry> measured = [.. entries.Where(entry => !double.IsNaN(entry.Path.Return(horizon)))];
        double[] returns = [.. measured.Select(entry => entry.Path.Return(horizon))];
        long[] turns = [.. measured.Select(entry => entry.Path.Turn)];
        long span = measured.Count == 0 ? 1 : Math.Max(1, measured.Max(entry => entry.Path.Span(horizon)));
        Coefficient coefficient = CoefficientOf(measured, horizon, span);
        return new SignalStatistic
        {
            Portfolio = portfolio,
            Strategy = strategy,
            Group = group,
            Symbol = group == SignalGroup.Symbol ? key : null,
            Regime = group == SignalGroup.Regime ? key : null,
            Horizon = horizons[horizon],
            Signals = entries.Count,
            Measured = measured.Count,
            HitRate = measured.Count == 0 ? null : returns.Count(value => value > 0) / (double)measured.Count,
            Expectancy = OverlappingMean.Of(returns),
            T = OverlappingMean.T(returns, turns, span),
            Mfe = OverlappingMean.Of([.. measured.Select(entry => entry.Path.Best(horizon))]),
            Mae = OverlappingMean.Of([.. measured.Select(entry => entry.Path.Worst(horizon))]),
            Coefficient = coefficient.Value,
            CoefficientOver = coefficient.Kind,
            CoefficientT = coefficient.T,
            Dates = coefficient.Dates,
        };
    }

    /// <summary>Computes the coefficient over the symbols of each date, if a date has enough of them; otherwise over time.</summary>
    private static Coefficient CoefficientOf(List<MeasuredEntry> measured, int horizon, long span)
    {
        var dates = new OrderedDictionary<int, List<MeasuredEntry>>();
        foreach (MeasuredEntry entry in measured)
        {
            if (!dates.TryGetValue(entry.Day, out List<MeasuredEntry>? day))
                dates.Add(entry.Day, day = []);
            day.Add(entry);
        }

        List<MeasuredEntry>[] wide = [.. dates.Values.Where(day => day.DistinctBy(entry => entry.Symbol).Count() >= FewestSymbols)];
        return wide.Length > 0 ? OverDates(wide, horizon, span) : OverTime(measured, horizon, span);
    }

    private static Coefficient OverDates(List<MeasuredEntry>[] dates, int horizon, long span)
    {
        var values = new List<double>();
        var turns = new List<long>();
        foreach (List<MeasuredEntry> date in dates)
        {
            if (Products(date, horizon) is not { } products)
                continue;
            values.Add(OverlappingMean.Of(products)!.Value);
            turns.Add(date[^1].Path.Turn);
        }

        ReadOnlySpan<double> all = CollectionsMarshal.AsSpan(values);
        return values.Count == 0
            ? default
            : new Coefficient(
                CoefficientKind.CrossSection, OverlappingMean.Of(all), OverlappingMean.T(all, CollectionsMarshal.AsSpan(turns), span), values.Count);
    }

    private static Coefficient OverTime(List<MeasuredEntry> measured, int horizon, long span) => Products(measured, horizon) is not { } products
        ? default
        : new Coefficient(
            CoefficientKind.Time, OverlappingMean.Of(products), OverlappingMean.T(products, [.. measured.Select(entry => entry.Path.Turn)], span), 0);

    /// <summary>The values whose mean is the coefficient of some entries, or null if strength is constant and therefore does not rank them.</summary>
    private static double[]? Products(List<MeasuredEntry> entries, int horizon)
    {
        if (entries.TrueForAll(entry => entry.Strength == entries[0].Strength))
            return null;
        return Spearman.Products([.. entries.Select(entry => entry.Conviction)], [.. entries.Select(entry => entry.Path.Market(horizon))]);
    }

    private readonly record struct Coefficient(CoefficientKind Kind, double? Value, double? T, int Dates);
}
