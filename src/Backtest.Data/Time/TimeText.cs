using System.Buffers;
using System.Globalization;

namespace Backtest.Data.Time;

/// <summary>Reads times as data files write them, without making strings.</summary>
internal static class TimeText
{
    /// <summary>What is expected of a time, for errors.</summary>
    public const string Expected =
        "a date (2020-01-02 or 20200102), a date with a time (2020-01-02 09:30:00, 2020-01-02T09:30:00Z), or a count since 1970 "
        + "(Unix seconds, milliseconds, microseconds or nanoseconds); name any other in data.date_format";

    private const int CompactDateLength = 8;
    private const int SpreadsheetDaysLength = 5;
    private const int ShortestUnixSeconds = 9; // from 1973 on: shorter counts are no times of a market
    private const int LongestUnixSeconds = 10;
    private const int LongestUnixMilliseconds = 13;
    private const int LongestUnixMicroseconds = 16;
    private const int LongestUnixNanoseconds = 19;

    // Times further away are no market's, and would leave the range of dates once shifted by a zone.
    private const int FirstYear = 1000;
    private const int LastYear = 9000;
    private const int FirstCompactYear = 1900;
    private const int LastCompactYear = 2100;
    private const long FirstSpreadsheetDay = 15_000; // 1941
    private const long LastSpreadsheetDay = 80_000; // 2119

    private static readonly long SpreadsheetEpoch = new DateTime(1899, 12, 30).Ticks;

    private static readonly SearchValues<char> Date = SearchValues.Create("0123456789/.-");

    /// <summary>How a text writes a time, by its look; <see langword="null"/>: it is no time.</summary>
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
        if (digits == SpreadsheetDaysLength && IsSpreadsheetDay(text))
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

    /// <summary>Whether digits alone are a date and a time of day, which no count of a time in these years is.</summary>
    private static bool IsCompact(ReadOnlySpan<char> digits) =>
        int.Parse(digits[..4], CultureInfo.InvariantCulture) is >= FirstCompactYear and <= LastCompactYear
        && TryRead(TimeStyle.Compact, digits, out _);

    private static bool IsSpreadsheetDay(ReadOnlySpan<char> text) => TryRead(TimeStyle.SpreadsheetDays, text, out _);

    private static bool IsFraction(ReadOnlySpan<char> text) => text[0] == '.' && !text[1..].ContainsAnyExceptInRange('0', '9');

    /// <summary>Whether a text is a date by three numbers of which the year comes last, so that its look does not say which is the day.</summary>
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
    /// <param name="isUtc">Whether the text itself says which instant it is.</param>
    public static bool TryParse(TimeStyle style, ReadOnlySpan<char> text, out long ticks, out bool isUtc)
    {
        bool isRead = TryRead(style, text, out WrittenTime time);
        (ticks, isUtc) = (time.Utc, time.HasOffset);
        return isRead;
    }

    /// <summary>Reads a time as it is written.</summary>
    /// <param name="style">How it is written.</param>
    /// <param name="text">The time.</param>
    /// <param name="time">The clock it shows.</param>
    public static bool TryRead(TimeStyle style, ReadOnlySpan<char> text, out WrittenTime time)
    {
        long ticks;
        bool isRead;
        switch (style)
        {
            case TimeStyle.UnixSeconds:
                isRead = TryParseUnixSeconds(text, out ticks);
                break;
            case TimeStyle.UnixMilliseconds:
                isRead = TryParseUnix(text, TimeSpan.TicksPerMillisecond, 1, (LongestUnixSeconds, LongestUnixMilliseconds), out ticks);
                break;
            case TimeStyle.UnixMicroseconds:
                isRead = TryParseUnix(text, TimeSpan.TicksPerMicrosecond, 1, (LongestUnixMilliseconds, LongestUnixMicroseconds), out ticks);
                break;
            case TimeStyle.UnixNanoseconds:
                isRead = TryParseUnix(text, 1, TimeSpan.NanosecondsPerTick, (LongestUnixMicroseconds, LongestUnixNanoseconds), out ticks);
                break;
            case TimeStyle.SpreadsheetDays:
                isRead = TryParseSpreadsheetDays(text, out ticks);
                time = new WrittenTime(ticks);
                return isRead;
            default:
                long offset = 0;
                bool hasOffset = false;
                isRead = TryTakeDate(ref text, Between(style), out ticks)
                    && (text.IsEmpty || (TryTakeTimeOfDay(ref text, ref ticks) && TryTakeOffset(text, out offset, out hasOffset)));
                time = new WrittenTime(ticks, offset, hasOffset);
                return isRead;
        }

        time = new WrittenTime(ticks, Offset: 0, HasOffset: true);
        return isRead;
    }

    private static char? Between(TimeStyle style) => style switch
    {
        TimeStyle.Dashes => '-',
        TimeStyle.Slashes => '/',
        TimeStyle.Dots => '.',
        _ => null,
    };

    private static bool TryParseUnix(ReadOnlySpan<char> text, long unit, long parts, (int Over, int Longest) digits, out long ticks)
    {
        ticks = 0;
        if (text.Length <= digits.Over || text.Length > digits.Longest || !TryTakeDigits(ref text, text.Length, out long count))
            return false;
        ticks = DateTime.UnixEpoch.Ticks + count / parts * unit;
        return count >= 0; // the longest counts leave the range of numbers
    }

    private static bool TryParseUnixSeconds(ReadOnlySpan<char> text, out long ticks)
    {
        int whole = text.IndexOf('.');
        if (whole < 0)
            return TryParseUnix(text, TimeSpan.TicksPerSecond, 1, (0, LongestUnixSeconds), out ticks);
        ReadOnlySpan<char> fraction = text[(whole + 1)..];
        return TryParseUnix(text[..whole], TimeSpan.TicksPerSecond, 1, (0, LongestUnixSeconds), out ticks)
            && (fraction.IsEmpty || (TryTakeFraction(ref fraction, ref ticks) && fraction.IsEmpty));
    }

    private static bool TryParseSpreadsheetDays(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (text.Length < SpreadsheetDaysLength || !decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal days)
            || days is < FirstSpreadsheetDay or > LastSpreadsheetDay)
            return false;

        // A day's fraction is a rounded binary number: the nearest second is what was meant.
        decimal seconds = Math.Round(days * (TimeSpan.TicksPerDay / TimeSpan.TicksPerSecond));
        ticks = SpreadsheetEpoch + (long)seconds * TimeSpan.TicksPerSecond;
        return true;
    }

    private static bool TryTakeDate(ref ReadOnlySpan<char> text, char? between, out long ticks)
    {
        ticks = 0;
        if (!TryTakeDigits(ref text, 4, out long year)
            || (between is { } first && !TryTake(ref text, first))
            || !TryTakeDigits(ref text, 2, out long month)
            || (between is { } second && !TryTake(ref text, second))
            || !TryTakeDigits(ref text, 2, out long day))
            return false;
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth((int)year, (int)month))
            return false;
        ticks = new DateTime((int)year, (int)month, (int)day).Ticks;
        return true;
    }

    private static bool TryTakeTimeOfDay(ref ReadOnlySpan<char> text, ref long ticks)
    {
        bool isCompact = char.IsAsciiDigit(text[0]) || (text.Length > 3 && char.IsAsciiDigit(text[3]));
        long minute = 0;
        bool isSpaced = TryTake(ref text, ' ');
        while (isSpaced && TryTake(ref text, ' '))
        {
        }

        if (!(isSpaced || TryTake(ref text, 'T') || isCompact) || !TryTakeDigits(ref text, 2, out long hour))
            return false;
        bool isHour = isCompact && text.IsEmpty;
        if (!isHour && (!(isCompact || TryTake(ref text, ':')) || !TryTakeDigits(ref text, 2, out minute)))
            return false;
        long second = 0;
        bool hasSecond = isCompact ? !text.IsEmpty && char.IsAsciiDigit(text[0]) : TryTake(ref text, ':');
        if (hasSecond && !TryTakeDigits(ref text, 2, out second))
            return false;
        if (hour > 23 || minute > 59 || second > 59)
            return false;
        ticks += ((hour * 60 + minute) * 60 + second) * TimeSpan.TicksPerSecond;
        bool isFraction = TryTake(ref text, '.') || (isCompact && hasSecond && !text.IsEmpty && char.IsAsciiDigit(text[0]));
        return !isFraction || TryTakeFraction(ref text, ref ticks);
    }

    private static bool TryTakeFraction(ref ReadOnlySpan<char> text, ref long ticks)
    {
        long unit = TimeSpan.TicksPerSecond;
        int length = text.IndexOfAnyExceptInRange('0', '9');
        if (length < 0)
            length = text.Length;
        foreach (char digit in text[..length])
        {
            unit /= 10;
            ticks += unit * (digit - '0');
        }

        text = text[length..];
        return length > 0;
    }

    private static bool TryTakeOffset(ReadOnlySpan<char> text, out long offset, out bool hasOffset)
    {
        offset = 0;
        TryTake(ref text, ' ');
        hasOffset = !text.IsEmpty;
        if (text.IsEmpty || text is "Z" or "UTC" or "GMT")
            return true;
        if (text.StartsWith("GMT") || text.StartsWith("UTC"))
            text = text[3..];
        bool isWest = TryTake(ref text, '-');
        if (!isWest && !TryTake(ref text, '+'))
            return false;
        long minutes = 0;
        if (!TryTakeDigits(ref text, 2, out long hours))
            return false;
        TryTake(ref text, ':');
        if (!text.IsEmpty && !TryTakeDigits(ref text, 2, out minutes))
            return false;
        if (!text.IsEmpty || hours > 18 || minutes > 59)
            return false;
        offset = (hours * 60 + minutes) * TimeSpan.TicksPerMinute * (isWest ? -1 : 1);
        return true;
    }

    private static bool TryTake(ref ReadOnlySpan<char> text, char expected)
    {
        if (text.IsEmpty || text[0] != expected)
            return false;
        text = text[1..];
        return true;
    }

    private static bool TryTakeDigits(ref ReadOnlySpan<char> text, int count, out long value)
    {
        value = 0;
        if (text.Length < count)
            return false;
        foreach (char letter in text[..count])
        {
            if (!char.IsAsciiDigit(letter))
                return false;
            value = value * 10 + (letter - '0');
        }

        text = text[count..];
        return true;
    }
}
