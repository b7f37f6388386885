using Backtest.Abstractions.Runtime;

namespace Backtest.Data.Csv;

/// <summary>The bars of one symbol in one file, by start.</summary>
internal sealed class SymbolRows(string symbol, string path, Timeframe timeframe, bool hasVolume)
{
    private long _lastStart = long.MinValue / 4;

    /// <summary>The symbol.</summary>
    public string Symbol => symbol;

    /// <summary>The file.</summary>
    public string Path => path;

    /// <summary>How many bars there are, those taken away included.</summary>
    public long Count { get; private set; }

    /// <summary>The bars, but for those taken away.</summary>
    public BarSeries Bars { get; } = new(new Instrument { Symbol = symbol }, timeframe, index: 0, hasVolume);

    /// <summary>The first day the file has of the symbol, wanted or not, as a <see cref="DateOnly.DayNumber"/>.</summary>
    public int FirstDay { get; private set; } = int.MaxValue;

    /// <summary>The last day the file has of the symbol, wanted or not, as a <see cref="DateOnly.DayNumber"/>.</summary>
    public int LastDay { get; private set; } = int.MinValue;

    /// <summary>Notes a day there is a row for.</summary>
    public void See(int day)
    {
        FirstDay = Math.Min(FirstDay, day);
        LastDay = Math.Max(LastDay, day);
    }

    /// <summary>A bar whose local time comes twice is the later one when the earlier one was.</summary>
    public BarTime Resolve(in BarTime time) => time.Repeat > 0 && time.Start <= _lastStart
        ? time with { Start = time.Start + time.Repeat, End = time.End + time.Repeat }
        : time;

    /// <summary>Checks that a bar comes after the last one, and not much sooner than the length of a bar.</summary>
    public RowProblem? CheckOrder(in BarTime time, CsvRow row)
    {
        long step = time.Start - _lastStart;
        if (2 * step >= timeframe.Ticks)
            return null;
        if (step == 0)
            return new RowProblem("repeated_time", $"time {row.Time} of {symbol} comes twice", "a symbol has one bar at a time");
        if (step < 0)
            return new RowProblem("backward_time", $"time {row.Time} of {symbol} is before the row above", "bars come by time");
        return new RowProblem(
            "wrong_timeframe",
            $"time {row.Time} of {symbol} is {TimeSpan.FromTicks(step):c} after the row above, but data.timeframe is {timeframe}",
            "Set data.timeframe to the length of the file's bars")
        {
            IsOfWholeFile = true,
        };
    }

    /// <summary>Adds a bar.</summary>
    public void Add(in BarTime time, in BarPrices prices)
    {
        Bars.Append(time.Start, time.End, prices.Open, prices.High, prices.Low, prices.Close, prices.Volume, time.Day);
        _lastStart = time.Start;
        Count++;
    }
}
