using System.Globalization;

namespace Backtest.Data.Time;

/// <summary>Reads times written as counts: of seconds or fractions of them since 1970, or of a spreadsheet's days.</summary>
internal static class CountText
{
    private const int SpreadsheetDaysLength = 5;
    private const int ShortestUnixSeconds = 9; // since 1973: shorter counts are not market times
    private const int LongestUnixSeconds = 10;
    private const int LongestUnixMilliseconds = 13;
    private const int LongestUnixMicroseconds = 16;
    private const int LongestUnixNanoseconds = 19;
    private const long FirstSpreadsheetDay = 15_000; // 1941
    private const long LastSpreadsheetDay = 80_000; // 2119

    private static readonly long SpreadsheetEpoch = new DateTime(1899, 12, 30).Ticks;

    /// <summary>What a text counts, judged by its form, or <see langword="null"/> if it is not a count of time.</summary>
    /// <param name="text">The text.</param>
    /// <param name="digits">The number of digits it begins with.</param>
    public static TimeStyle? Recognize(ReadOnlySpan<char> text, int digits)
    {
        if (digits == SpreadsheetDaysLength && TryReadSpreadsheetDays(text, out _))
            return TimeStyle.SpreadsheetDays;
        if (digits < ShortestUnixSeconds || (digits < text.Length && (digits > LongestUnixSeconds || !IsFraction(text[digits..]))))
            return null;
        return digits switch
        {
            > LongestUnixNanoseconds => null,
            <= LongestUnixSeconds => TimeStyle.UnixSeconds,
            <= LongestUnixMilliseconds => TimeStyle.UnixMilliseconds,
            <= LongestUnixMicroseconds => TimeStyle.UnixMicroseconds,
            _ => TimeStyle.UnixNanoseconds,
        };
    }

    /// <summary>Reads a count.</summary>
    /// <param name="style">What it counts.</param>
    /// <param name="text">The count.</param>
    /// <param name="time">The resulting time, in UTC except for days of a spreadsheet.</param>
    public static bool TryRead(TimeStyle style, ReadOnlySpan<char> text, out WrittenTime time)
    {
        long ticks;
        bool isRead = style switch
        {
            TimeStyle.UnixSeconds => TryReadSeconds(text, out ticks),
            TimeStyle.UnixMilliseconds => TryReadUnix(text, TimeSpan.TicksPerMillisecond, 1, (LongestUnixSeconds, LongestUnixMilliseconds), out ticks),
            TimeStyle.UnixMicroseconds => TryReadUnix(text, TimeSpan.TicksPerMicrosecond, 1, (LongestUnixMilliseconds, LongestUnixMicroseconds), out ticks),
            TimeStyle.UnixNanoseconds => TryReadUnix(text, 1, TimeSpan.NanosecondsPerTick, (LongestUnixMicroseconds, LongestUnixNanoseconds), out ticks),
            _ => TryReadSpreadsheetDays(text, out ticks),
        };
        time = new WrittenTime(ticks, Offset: 0, HasOffset: style != TimeStyle.SpreadsheetDays);
        return isRead;
    }

    private static bool IsFraction(ReadOnlySpan<char> text) => text[0] == '.' && !text[1..].ContainsAnyExceptInRange('0', '9');

    private static bool TryReadUnix(ReadOnlySpan<char> text, long unit, long parts, (int Over, int Longest) digits, out long ticks)
    {
        ticks = 0;
        if (text.Length <= digits.Over || text.Length > digits.Longest || !Letters.TryTakeDigits(ref text, text.Length, out long count))
            return false;
        ticks = DateTime.UnixEpoch.Ticks + count / parts * unit;
        return count >= 0; // the longest counts overflow
    }

    private static bool TryReadSeconds(ReadOnlySpan<char> text, out long ticks)
    {
        int whole = text.IndexOf('.');
        if (whole < 0)
            return TryReadUnix(text, TimeSpan.TicksPerSecond, 1, (0, LongestUnixSeconds), out ticks);
        ReadOnlySpan<char> fraction = text[(whole + 1)..];
        return TryReadUnix(text[..whole], TimeSpan.TicksPerSecond, 1, (0, LongestUnixSeconds), out ticks)
            && (fraction.IsEmpty || (ClockText.TryTakeFraction(ref fraction, ref ticks) && fraction.IsEmpty));
    }

    private static bool TryReadSpreadsheetDays(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (text.Length < SpreadsheetDaysLength || !decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal days)
            || days is < FirstSpreadsheetDay or > LastSpreadsheetDay)
            return false;

        // A fraction of a day is a rounded binary number: round it to the nearest second.
        decimal seconds = Math.Round(days * (TimeSpan.TicksPerDay / TimeSpan.TicksPerSecond));
        ticks = SpreadsheetEpoch + (long)seconds * TimeSpan.TicksPerSecond;
        return true;
    }
}
