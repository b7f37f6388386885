namespace Backtest.Data.Time;

/// <summary>Reads the times of one file, which are all written the same way.</summary>
/// <param name="Style">The style, if it is one that needs no format.</param>
/// <param name="Format">The format otherwise.</param>
internal sealed record TimeReading(TimeStyle? Style, TimeFormat? Format)
{
    private const int LongestTime = 64;

    /// <summary>The number of digits of times of day that are numbers in a column of their own; otherwise 0.</summary>
    public int DigitsOfDay { get; init; }

    /// <summary>Whether times without a zone are in UTC, according to the column's name.</summary>
    public bool IsUtc { get; init; }

    /// <summary>The names of zones after times, or <see langword="null"/> if there are none.</summary>
    public ZoneNames? Zones { get; init; }

    /// <summary>Reads a time.</summary>
    public bool TryRead(ReadOnlySpan<char> text, out WrittenTime time)
    {
        if (Zones is null)
            return TryReadClock(text, out time);
        time = default;
        if (!Zones.TrySplit(text, out ReadOnlySpan<char> clock, out DataZone? zone) || !TryReadClock(clock, out time))
            return false;
        time = new WrittenTime(time.Clock, time.Clock - zone.ToUtc(time.Clock), HasOffset: true);
        return true;
    }

    private bool TryReadClock(ReadOnlySpan<char> text, out WrittenTime time)
    {
        bool isRead = Style is { } style ? TimeText.TryRead(style, text, out time) : Format!.TryParse(text, out time);
        if (IsUtc && !time.HasOffset)
            time = time with { HasOffset = true };
        return isRead;
    }

    /// <summary>Joins a date and a time of day, and restores leading zeros lost by programs that treat times of day as numbers.</summary>
    public static int Join(ReadOnlySpan<char> date, ReadOnlySpan<char> timeOfDay, int digits, Span<char> both)
    {
        if (date.Length + Math.Max(digits, timeOfDay.Length) + 1 > Math.Min(LongestTime, both.Length))
            return 0;
        date.CopyTo(both);
        int length = date.Length;
        both[length++] = ' ';
        for (int missing = digits - timeOfDay.Length; missing > 0; missing--)
            both[length++] = '0';
        timeOfDay.CopyTo(both[length..]);
        return length + timeOfDay.Length;
    }

    /// <inheritdoc/>
    public override string ToString() => Zones is null ? Clock : $"{Clock} and the name of a zone";

    private string Clock => Format?.ToString() ?? Style switch
    {
        TimeStyle.Dashes => "yyyy-MM-dd",
        TimeStyle.Slashes => "yyyy/MM/dd",
        TimeStyle.Dots => "yyyy.MM.dd",
        TimeStyle.Compact => "yyyyMMdd",
        TimeStyle.SpreadsheetDays => "days of a spreadsheet",
        TimeStyle.UnixSeconds => "seconds since 1970",
        TimeStyle.UnixMilliseconds => "milliseconds since 1970",
        TimeStyle.UnixMicroseconds => "microseconds since 1970",
        _ => "nanoseconds since 1970",
    };
}
