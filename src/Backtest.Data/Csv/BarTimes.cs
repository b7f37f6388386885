using Backtest.Data.Time;

namespace Backtest.Data.Csv;

/// <summary>Reads the times of one file's bars. The first time it can read says how the file writes them all.</summary>
internal sealed class BarTimes(BarSourceOptions options, DataZone zone)
{
    private TimeStyle? _style;

    /// <summary>Reads a bar's time.</summary>
    public RowProblem? Read(ReadOnlySpan<char> text, out BarTime time)
    {
        time = default;
        TimeStyle? style = _style ?? TimeText.Recognize(text);
        if (style is null || !TimeText.TryParse(style.Value, text, out long ticks, out bool isUtc))
            return Unreadable(text);
        _style = style;
        long stamp = isUtc ? ticks : zone.ToUtc(ticks);
        long local = isUtc ? zone.ToLocal(ticks) : ticks;
        long other = zone.Add(stamp, local, options.Timeframe, options.IsStampedAtEnd ? -1 : 1);
        long start = options.IsStampedAtEnd ? other : stamp;
        long end = options.IsStampedAtEnd ? stamp : other;
        time = new BarTime(start, end, zone.Day(start));
        return null;
    }

    private RowProblem Unreadable(ReadOnlySpan<char> text)
    {
        string found = text.IsEmpty ? "the time is empty" : $"'{text}' is no time";
        return _style is not null && TimeText.Recognize(text) is { } style && style != _style
            ? new RowProblem("mixed_times", $"time '{text}' is written otherwise than those above", "one file writes all its times alike")
            : new RowProblem("bad_time", found, $"a time is {TimeText.Expected}");
    }
}
