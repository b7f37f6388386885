using System.Buffers;
using System.Globalization;

namespace Backtest.Data.Time;

/// <summary>Reads times as data files write them, without creating strings.</summary>
internal static class TimeText
{
    /// <summary>The expected forms of a time, for errors.</summary>
    public const string Expected =
        "a date (2020-01-02 or 20200102), a date with a time (2020-01-02 09:30:00, 2020-01-02T09:30:00Z), or a count since 1970 "
        + "(Unix seconds, milliseconds, microseconds or nanoseconds); set data.date_format for any other format";

    private const int CompactDateLength = 8;
    private const int FirstCompactYear = 1900;
    private const int LastCompactYear = 2100;

    private static readonly SearchValues<char> Date = SearchValues.Create("0123456789/.-");

    /// <summary>The style of a time, judged by its form, or <see langword="null"/> if it is not a time.</summary>
    public static TimeStyle? Recognize(ReadOnlySpan<char> text)
    {
        int digits = text.IndexOfAnyExceptInRange('0', '9');
        if (digits < 0)
            digits = text.Length;
        if (digits == 4 && text.Length > 4)
        {
            return text[4] switch
            {
                '-' => TimeStyle.Dashes,
                '/' => TimeStyle.Slashes,
                '.' => TimeStyle.Dots,
                _ => null,
            };
        }

        if (digits is 10 or 12 or 14 or 17 && IsCompact(text[..digits]))
            return TimeStyle.Compact;
        if (digits == CompactDateLength)
            return TimeStyle.Compact;
        return CountText.Recognize(text, digits);
    }

    /// <summary>Whether digits without separators are a date and a time of day, which no count in these years is.</summary>
    private static bool IsCompact(ReadOnlySpan<char> digits) =>
        int.Parse(digits[..4], CultureInfo.InvariantCulture) is >= FirstCompactYear and <= LastCompactYear
        && TryRead(TimeStyle.Compact, digits, out _);

    /// <summary>Whether a text is a date of three numbers with the year last, so that its form does not show which number is the day.</summary>
    public static bool IsAmbiguous(ReadOnlySpan<char> text)
    {
        Span<Range> parts = stackalloc Range[4];
        int digits = text.IndexOfAnyExcept(Date);
        ReadOnlySpan<char> date = digits < 0 ? text : text[..digits];
        return date.SplitAny(parts, "/.-") == 3 && date[parts[0]].Length is 1 or 2 && date[parts[1]].Length is 1 or 2
            && date[parts[2]].Length is 2 or 4;
    }

    /// <summary>Reads a time.</summary>
    /// <param name="style">How it is written.</param>
    /// <param name="text">The time.</param>
    /// <param name="ticks">Ticks of the time as written, or in UTC.</param>
    /// <param name="isUtc">Whether the text itself determines the instant.</param>
    public static bool TryParse(TimeStyle style, ReadOnlySpan<char> text, out long ticks, out bool isUtc)
    {
        bool isRead = TryRead(style, text, out WrittenTime time);
        (ticks, isUtc) = (time.Utc, time.HasOffset);
        return isRead;
    }

    /// <summary>Reads a time as it is written.</summary>
    /// <param name="style">How it is written.</param>
    /// <param name="text">The time.</param>
    /// <param name="time">The time as written.</param>
    public static bool TryRead(TimeStyle style, ReadOnlySpan<char> text, out WrittenTime time) => style switch
    {
        TimeStyle.Dashes => ClockText.TryRead(text, '-', out time),
        TimeStyle.Slashes => ClockText.TryRead(text, '/', out time),
        TimeStyle.Dots => ClockText.TryRead(text, '.', out time),
        TimeStyle.Compact => ClockText.TryReadCompact(text, out time),
        _ => CountText.TryRead(style, text, out time),
    };
}
