using Backtest.Data.Calendars;
using Backtest.Data.Rows;
using Backtest.Data.Time;

namespace Backtest.Data.Csv;

/// <summary>Reads the times of one file's bars. The first time it can read says how the file writes them all, unless the options do.</summary>
internal sealed class BarTimes(BarSourceOptions.Csv options, DataZone zone, TimeFormat? format)
{
    private readonly bool _isDaily = options.Timeframe.Unit is 'd' or 'w';
    private TimeStyle? _style;

    /// <summary>Reads a bar's time.</summary>
    /// <param name="text">The time.</param>
    /// <param name="placement">Knows the bar by its stamp.</param>
    /// <param name="time">When the bar was.</param>
    public RowProblem? Read(ReadOnlySpan<char> text, IBarPlacement placement, out BarTime time)
    {
        time = default;
        if (!TryParse(text, out long ticks, out bool isUtc))
            return Unreadable(text);
        long utc = ticks;
        long repeat = 0;
        if (!isUtc && !zone.TryToUtc(ticks, out utc, out repeat) && !_isDaily)
            return Skipped(text);
        time = placement.Place(utc, isUtc ? zone.ToLocal(ticks) : ticks) with { Repeat = _isDaily ? 0 : repeat };
        return null;
    }

    private bool TryParse(ReadOnlySpan<char> text, out long ticks, out bool isUtc)
    {
        if (format is not null)
            return format.TryParse(text, out ticks, out isUtc);
        (ticks, isUtc) = (0, false);
        TimeStyle? style = _style ?? TimeText.Recognize(text);
        if (style is null || !TimeText.TryParse(style.Value, text, out ticks, out isUtc))
            return false;
        _style = style;
        return true;
    }

    private RowProblem Unreadable(ReadOnlySpan<char> text)
    {
        string found = text.IsEmpty ? "the time is empty" : $"'{text}' is no time";
        if (format is not null)
            return new RowProblem("bad_time", text.IsEmpty ? found : $"'{text}' is no time written {format}", "data.date_format says how all times are written");
        bool isAmbiguous = TimeText.IsAmbiguous(text);
        if (_style is not null && (isAmbiguous || (TimeText.Recognize(text) is { } style && style != _style)))
            return new RowProblem("mixed_times", $"time '{text}' is written otherwise than those above", "one file writes all its times alike");
        return isAmbiguous
            ? new RowProblem("ambiguous_date", $"'{text}' may have the day first or the month", "Say which in data.date_format: dd/MM/yyyy or MM/dd/yyyy, with HH:mm:ss behind it where there is a time of day")
            {
                IsOfWholeFile = true,
            }
            : new RowProblem("bad_time", found, $"a time is {TimeText.Expected}");
    }

    private RowProblem Skipped(ReadOnlySpan<char> text) => new(
        "skipped_time",
        $"time '{text}' does not exist in {options.TimeZone}: clocks were set forward past it",
        "data.timezone is the zone the file's times are in, UTC perhaps");
}
