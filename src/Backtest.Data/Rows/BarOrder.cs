using System.Globalization;

namespace Backtest.Data.Rows;

/// <summary>Checks that the bars of a symbol are in order of time, in steps of their length.</summary>
internal sealed class BarOrder(string symbol, Timeframe timeframe)
{
    private const int FewestDaysOfWeek = 5;
    private const int FewestDaysOfMonth = 25;

    private readonly long _length = timeframe.Ticks;

    // The first sessions of two consecutive weeks or months are never closer than this, whatever the holidays.
    private readonly long _nearest = timeframe.Months > 0
        ? timeframe.Months * FewestDaysOfMonth * TimeSpan.TicksPerDay
        : timeframe.Ticks - (7 - FewestDaysOfWeek) * TimeSpan.TicksPerDay;
    private long _lastStart = long.MinValue / 4;

    /// <summary>Resolves a local time that occurs twice: it is the later one if the previous bar had the earlier one.</summary>
    public BarTime Resolve(in BarTime time) => time.Repeat > 0 && time.Start <= _lastStart
        ? time with { Start = time.Start + time.Repeat, End = time.End + time.Repeat }
        : time;

    /// <summary>Whether a bar is closer to the last one than any holiday makes it, so that one of the two must be incomplete.</summary>
    public bool IsNear(in BarTime time) => time.Start - _lastStart is > 0 and var step && step < _nearest;

    /// <summary>Checks that a bar follows the last one, by not much less than the length of a bar.</summary>
    /// <param name="time">The bar's times.</param>
    /// <param name="text">The time as written; empty to show it as UTC.</param>
    public RowProblem? Check(in BarTime time, ReadOnlySpan<char> text = default)
    {
        long step = time.Start - _lastStart;
        if (2 * step >= _length)
            return null;
        if (text.IsEmpty)
            text = new DateTime(time.Start).ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        if (step == 0)
            return new RowProblem("repeated_time", $"time {text} of {symbol} appears twice", "a symbol can have only one bar at a time");
        if (step < 0)
            return new RowProblem("backward_time", $"time {text} of {symbol} is before the row above", "bars must be in the order of time; data.order sets the order of the file");
        return new RowProblem(
            "wrong_timeframe",
            $"time {text} of {symbol} is {TimeSpan.FromTicks(step):c} after the row above, but data.timeframe is {timeframe}",
            "Set data.timeframe to the length of the file's bars")
        {
            IsOfWholeFile = true,
        };
    }

    /// <summary>Records that a bar was accepted.</summary>
    public void Pass(in BarTime time) => _lastStart = time.Start;
}
