using System.Globalization;
using Backtest.Abstractions.Runtime;
using Backtest.Data.Calendars;
using Backtest.Data.Checking;
using Backtest.Data.Rows;

namespace Backtest.Data.Csv;

/// <summary>The bars of one symbol in one file, by start.</summary>
internal sealed class SymbolRows(string symbol, string path, Timeframe timeframe, CsvColumns columns, IBarPlacement placement)
{
    private const int PartLength = 1 << 14;

    private readonly BarOrder _order = new(symbol, timeframe);
    private readonly Weekdays _weekdays = new();
    private readonly bool _mayRun = timeframe.Unit is not ('s' or 'm' or 'h' or 'd');
    private readonly List<HeldBar> _held = [];
    private readonly List<BarSeries> _parts = [];
    private HeldBar? _last;
    private DateTime? _running;

    /// <summary>The symbol.</summary>
    public string Symbol => symbol;

    /// <summary>The file.</summary>
    public string Path => path;

    /// <summary>Determines the times of the symbol's bars from their stamps.</summary>
    public IBarPlacement Placement => placement;

    /// <summary>The number of bars, including those removed.</summary>
    public long Count { get; private set; }

    /// <summary>The newest bars, without those removed.</summary>
    public BarSeries Bars { get; } = Empty(symbol, timeframe, columns);

    /// <summary>The bars in consecutive parts, without those removed; no part is empty.</summary>
    public IReadOnlyList<BarSeries> Parts => Bars.Count == 0 ? _parts : [.. _parts, Bars];

    /// <summary>The symbol's first day in the file, requested or not, as a <see cref="DateOnly.DayNumber"/>.</summary>
    public int FirstDay { get; private set; } = int.MaxValue;

    /// <summary>The symbol's last day in the file, requested or not, as a <see cref="DateOnly.DayNumber"/>.</summary>
    public int LastDay { get; private set; } = int.MinValue;

    /// <summary>Moves the newest bars to a part of their own once they are many, so that columns need not grow, which would copy them.</summary>
    public void Part()
    {
        if (Bars.Count < PartLength)
            return;
        BarSeries part = Empty(symbol, timeframe, columns);
        part.Exchange(Bars);
        _parts.Add(part);
    }

    /// <summary>Records that there is a row for a day.</summary>
    public void Observe(int day)
    {
        FirstDay = Math.Min(FirstDay, day);
        LastDay = Math.Max(LastDay, day);
    }

    /// <summary>Resolves a local time that occurs twice: it is the later one if the previous bar had the earlier one.</summary>
    public BarTime Resolve(in BarTime time) => _order.Resolve(time);

    /// <summary>Adds a bar that follows the last one.</summary>
    /// <returns>Why it does not follow it as a bar of this length, or <see langword="null"/> if it does.</returns>
    public RowProblem? Take(in BarTime time, in BarPrices prices, in BarQuotes quotes, ReadOnlySpan<char> text, int line)
    {
        // An incomplete week is stamped with its latest day, so it is less than a week after the last bar.
        if (_last is { } last)
        {
            _last = null;
            if (last.Problem is not null)
                return last.Problem;
            Add(last.Time, last.Prices, last.Quotes);
        }

        RowProblem? problem = _order.Check(time, text);
        bool isOfSameMonth = timeframe.Months > 0 && problem?.Code == "repeated_time";
        if ((problem?.Code is "repeated_time" or "backward_time" && !isOfSameMonth) || (problem is not null && !_mayRun))
            return problem;
        if (_mayRun && Count > 1 && (_order.IsNear(time) || isOfSameMonth))
        {
            _last = new HeldBar(time, prices, quotes, line, problem);
            return null;
        }

        if (problem is null)
            Add(time, prices, quotes);
        return problem;
    }

    /// <summary>Keeps a bar until all bars of a file that has them in another order are present.</summary>
    public void Hold(in BarTime time, in BarPrices prices, in BarQuotes quotes, int line) => _held.Add(new HeldBar(time, prices, quotes, line, Problem: null));

    /// <summary>Adds the bars that were held, the oldest first.</summary>
    /// <param name="order">The order they were held in.</param>
    /// <returns>Problems found only now.</returns>
    public IEnumerable<(RowProblem Problem, int Line)> Finish(RowOrder order)
    {
        if (order == RowOrder.NewestFirst)
            _held.Reverse();
        if (order == RowOrder.Unsorted)
            _held.Sort((one, other) => (one.Time.Start, one.Line).CompareTo((other.Time.Start, other.Line)));
        foreach (HeldBar bar in _held)
        {
            BarTime time = Resolve(bar.Time);
            if (Take(time, bar.Prices, bar.Quotes, text: default, bar.Line) is { } problem)
                yield return (problem, bar.Line);
        }

        _held.Clear();
        if (_last is { } last)
            _running = new DateTime(last.Time.Start, DateTimeKind.Utc);
    }

    /// <summary>Warnings about the bars.</summary>
    public IEnumerable<DataWarning> Warnings()
    {
        if (_running is { } running)
            yield return new DataWarning(
                "running_bar",
                string.Create(
                    CultureInfo.InvariantCulture, $"the last bar of {symbol} ({running:yyyy-MM-dd}) begins before the one above it ends: it was skipped as a bar that is not complete"),
                "Remove the last row, or set data.end before it.");
        if (timeframe == Timeframe.Day && _weekdays.IsShifted)
            yield return new DataWarning(
                "shifted_days",
                $"{symbol} has bars on Sundays and none on Fridays: its bars seem to be dated one day early",
                "Check that data.timezone is the time zone of its times.");
    }

    private static BarSeries Empty(string symbol, Timeframe timeframe, CsvColumns columns) =>
        new(new Instrument { Symbol = symbol }, timeframe, index: 0, columns.HasVolume, columns.HasQuotes);

    private void Add(in BarTime time, in BarPrices prices, in BarQuotes quotes)
    {
        Bars.Append(time.Start, time.End, prices.Open, prices.High, prices.Low, prices.Close, prices.Volume, time.Day);
        if (columns.HasQuotes)
            Bars.Quote(quotes.Bid, quotes.Ask);
        _order.Pass(time);
        _weekdays.Pass(time.Day);
        Count++;
    }

    /// <summary>A bar not yet added to the others.</summary>
    private readonly record struct HeldBar(BarTime Time, BarPrices Prices, BarQuotes Quotes, int Line, RowProblem? Problem);
}
