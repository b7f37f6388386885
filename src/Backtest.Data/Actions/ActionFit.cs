using System.Globalization;
using Backtest.Abstractions.Runtime;

namespace Backtest.Data.Actions;

/// <summary>
/// Follows the bars of a series and checks that they show the splits listed for them and end with the delisting. A split shows in the first open of
/// its day, compared with the close before: as a jump by its ratio where prices are as traded, and not at all where they are adjusted for it.
/// Whichever of the two the open is nearer to, in logarithms, decides, so the market's own move must be half of the split to mislead.
/// </summary>
internal sealed class ActionFit
{
    // With a smaller ratio a move of a tenth, which is common, would decide.
    private const double SmallestRatio = 1.25;

    // Half of the split must be this many times the usual daily change of a volatile market.
    private const double TimesUsual = 4;

    // Over a longer pause anything may have happened.
    private const int LongestPause = 10;

    // Later bars belong to another company or another market.
    private const int DaysAfterDelisting = 30;

    private readonly ClaimedSplit[] _splits;
    private readonly int _delisted;
    private readonly List<ActionMisfit> _found = [];
    private int _next;
    private int _day = -1;
    private double _close;
    private double _changes;
    private int _days;
    private long _afterFirst;
    private long _after;
    private int _afterDay;

    /// <param name="series">The series as offered, with the steps its prices are adjusted by.</param>
    /// <param name="left">The actions its prices are not adjusted for.</param>
    public ActionFit(SourceSeries series, IEnumerable<CorporateAction> left)
    {
        CorporateAction[] own = [.. left.Where(action => action.Symbol == series.Symbol)];
        // A bar longer than a day does not show the open of the split's day.
        _splits = series.Timeframe.Ticks > TimeSpan.TicksPerDay ? [] : [.. Claimed(own, series.Adjustments).OrderBy(split => split.Day)];
        _delisted = own.OfType<Delisting>().Select(delisting => delisting.Day.DayNumber).DefaultIfEmpty(int.MaxValue).Max();
    }

    /// <summary>Whether there is anything to check.</summary>
    public bool HasClaims => _splits.Length > 0 || _delisted < int.MaxValue;

    /// <summary>The actions that the bars seen so far contradict.</summary>
    public IReadOnlyList<ActionMisfit> Found => _after == 0 ? [.. _found] :
    [
        .. _found,
        new ActionMisfit(
            ActionMisfit.BarsAfterDelisting,
            $"the delisting is on {Text(_delisted)}, the first day without trading, but there is a bar of {Text(_afterDay)}", _afterFirst, _after),
    ];

    /// <summary>Checks more bars.</summary>
    /// <param name="bars">The series the bars were read into.</param>
    /// <param name="first">The first row not yet checked.</param>
    public void Observe(BarSeries bars, int first)
    {
        for (int row = first; row < bars.Count; row++)
        {
            int day = bars.Day[row];
            if (day != _day)
                BeginDay(day, bars.Open[row], bars.Start[row]);
            _close = bars.Close[row];
            if (day < _delisted || day > _delisted + DaysAfterDelisting)
                continue;
            if (_after++ == 0)
                (_afterFirst, _afterDay) = (bars.Start[row], day);
        }
    }

    private void BeginDay(int day, double open, long start)
    {
        double change = _close > 0 && open > 0 ? Math.Log(open / _close) : double.NaN;
        bool isOfSplit = false;
        for (; _next < _splits.Length && _splits[_next].Day <= day; _next++)
        {
            isOfSplit = true;
            if (day - _day <= LongestPause && _splits[_next].Day > _day)
                Judge(_splits[_next], change, open, start);
        }

        if (!isOfSplit && !double.IsNaN(change))
            (_changes, _days) = (_changes + Math.Abs(change), _days + 1);
        _day = day;
    }

    private void Judge(in ClaimedSplit split, double change, double open, long start)
    {
        double half = Math.Abs(Math.Log(split.Ratio)) / 2;
        bool isTooWild = _days > 0 && half < TimesUsual * _changes / _days;
        double expected = split.IsAdjusted ? 0 : -Math.Log(split.Ratio);
        double contradicting = split.IsAdjusted ? Math.Log(split.Ratio) : 0;
        if (double.IsNaN(change) || isTooWild || Math.Abs(change - expected) <= Math.Abs(change - contradicting))
            return;
        string found = string.Create(
            CultureInfo.InvariantCulture, $"the open is {open:0.####}, {Percent(change)} from the previous close of {_close:0.####}");
        _found.Add(new ActionMisfit(
            ActionMisfit.SplitNotInPrices,
            split.IsAdjusted
                ? $"prices before {Text(split.Day)} are adjusted for a split of {split.Name}, but seem to have been adjusted already: {found}"
                : $"a split of {split.Name} on {Text(split.Day)} should change prices by {Percent(expected)}, but {found}",
            start,
            Count: 1));
    }

    private static IEnumerable<ClaimedSplit> Claimed(IEnumerable<CorporateAction> left, IReadOnlyList<AdjustmentStep> steps)
    {
        foreach (IGrouping<DateOnly, Split> day in left.OfType<Split>().GroupBy(split => split.Day))
        {
            var split = new ClaimedSplit(day.Key.DayNumber, (double)day.Aggregate(1m, (product, one) => product * one.Ratio), IsAdjusted: false);
            if (split.IsLarge)
                yield return split;
        }

        for (int i = 0; i < steps.Count; i++)
        {
            double after = i + 1 < steps.Count ? steps[i + 1].Units : 1;
            var split = new ClaimedSplit(steps[i].Day.DayNumber, steps[i].Units / after, IsAdjusted: true);
            if (split.IsLarge)
                yield return split;
        }
    }

    private static string Percent(double logarithm) => string.Create(CultureInfo.InvariantCulture, $"{(Math.Exp(logarithm) - 1) * 100:+0.0;-0.0;0.0}%");

    private static string Text(int day) => DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A split listed for a series.</summary>
    /// <param name="Day">Its ex-date.</param>
    /// <param name="Ratio">Units after the split for each unit before.</param>
    /// <param name="IsAdjusted">Whether prices before it are adjusted for it.</param>
    private readonly record struct ClaimedSplit(int Day, double Ratio, bool IsAdjusted)
    {
        public bool IsLarge => Math.Max(Ratio, 1 / Ratio) >= SmallestRatio;

        public string Name => Ratio >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{Ratio:0.####} for 1")
            : string.Create(CultureInfo.InvariantCulture, $"1 for {1 / Ratio:0.####}");
    }
}
