namespace Backtest.Data.Time;

/// <summary>Reads times written as a date, with or without a time of day and an offset from UTC.</summary>
internal static class ClockText
{
    // Times further away belong to no market, and would exceed the range of dates once shifted by a zone.
    private const int FirstYear = 1000;
    private const int LastYear = 9000;

    private const int DateLength = 10;
    private const int NoNumber = -10_000; // makes every sum that contains it negative

    /// <summary>Reads a time with separators between year, month and day.</summary>
    /// <param name="text">The time.</param>
    /// <param name="between">The separator.</param>
    /// <param name="time">The time as written.</param>
    public static bool TryRead(ReadOnlySpan<char> text, char between, out WrittenTime time)
    {
        time = default;
        return text.Length >= DateLength && text[4] == between && text[7] == between
            && TryMakeDate(Two(text, 0) * 100 + Two(text, 2), Two(text, 5), Two(text, 8), out long ticks)
            && TryReadRest(text[DateLength..], ticks, out time);
    }

    /// <summary>Reads a time with year, month and day written as one number.</summary>
    public static bool TryReadCompact(ReadOnlySpan<char> text, out WrittenTime time)
    {
        const int Length = 8;
        time = default;
        return text.Length >= Length
            && TryMakeDate(Two(text, 0) * 100 + Two(text, 2), Two(text, 4), Two(text, 6), out long ticks)
            && TryReadRest(text[Length..], ticks, out time);
    }

    /// <summary>Takes the digits of a fraction of a second from the start of a text.</summary>
    public static bool TryTakeFraction(ref ReadOnlySpan<char> text, ref long ticks)
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

    private static bool TryReadRest(ReadOnlySpan<char> text, long date, out WrittenTime time)
    {
        time = new WrittenTime(date);
        if (text.IsEmpty || TryReadPlainTimeOfDay(text, ref time))
            return true;
        long offset = 0;
        bool hasOffset = false;
        bool isRead = TryTakeTimeOfDay(ref text, ref date) && TryTakeOffset(text, out offset, out hasOffset);
        time = new WrittenTime(date, offset, hasOffset);
        return isRead;
    }

    private static bool TryMakeDate(int year, int month, int day, out long ticks)
    {
        ticks = 0;
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        ticks = new DateTime(year, month, day).Ticks;
        return true;
    }

    /// <summary>Two digits, or <see cref="NoNumber"/> if they are not digits.</summary>
    private static int Two(ReadOnlySpan<char> text, int place)
    {
        uint tens = (uint)(text[place] - '0');
        uint ones = (uint)(text[place + 1] - '0');
        return tens <= 9 && ones <= 9 ? (int)(tens * 10 + ones) : NoNumber;
    }

    /// <summary>Reads what most files contain: <c> 09:30</c> or <c>T09:30:00</c> with nothing after it.</summary>
    private static bool TryReadPlainTimeOfDay(ReadOnlySpan<char> text, ref WrittenTime time)
    {
        bool hasSecond = text.Length == 9;
        if ((!hasSecond && text.Length != 6) || text[0] is not (' ' or 'T') || text[3] != ':' || (hasSecond && text[6] != ':'))
            return false;
        int hour = Two(text, 1);
        int minute = Two(text, 4);
        int second = hasSecond ? Two(text, 7) : 0;
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59)
            return false;
        time = new WrittenTime(time.Clock + ((hour * 60L + minute) * 60 + second) * TimeSpan.TicksPerSecond);
        return true;
    }

    private static bool TryTakeTimeOfDay(ref ReadOnlySpan<char> text, ref long ticks)
    {
        bool isCompact = char.IsAsciiDigit(text[0]) || (text.Length > 3 && char.IsAsciiDigit(text[3]));
        long minute = 0;
        bool isSpaced = Letters.TryTake(ref text, ' ');
        while (isSpaced && Letters.TryTake(ref text, ' '))
        {
        }

        if (!(isSpaced || Letters.TryTake(ref text, 'T') || isCompact) || !Letters.TryTakeDigits(ref text, 2, out long hour))
            return false;
        bool isHour = isCompact && text.IsEmpty;
        if (!isHour && (!(isCompact || Letters.TryTake(ref text, ':')) || !Letters.TryTakeDigits(ref text, 2, out minute)))
            return false;
        long second = 0;
        bool hasSecond = isCompact ? !text.IsEmpty && char.IsAsciiDigit(text[0]) : Letters.TryTake(ref text, ':');
        if (hasSecond && !Letters.TryTakeDigits(ref text, 2, out second))
            return false;
        if (hour > 23 || minute > 59 || second > 59)
            return false;
        ticks += ((hour * 60 + minute) * 60 + second) * TimeSpan.TicksPerSecond;
        bool isFraction = Letters.TryTake(ref text, '.') || (isCompact && hasSecond && !text.IsEmpty && char.IsAsciiDigit(text[0]));
        return !isFraction || TryTakeFraction(ref text, ref ticks);
    }

    private static bool TryTakeOffset(ReadOnlySpan<char> text, out long offset, out bool hasOffset)
    {
        offset = 0;
        Letters.TryTake(ref text, ' ');
        hasOffset = !text.IsEmpty;
        if (text.IsEmpty || text is "Z" or "UTC" or "GMT")
            return true;
        if (text.StartsWith("GMT") || text.StartsWith("UTC"))
            text = text[3..];
        bool isWest = Letters.TryTake(ref text, '-');
        if (!isWest && !Letters.TryTake(ref text, '+'))
            return false;
        long minutes = 0;
        if (!Letters.TryTakeDigits(ref text, 2, out long hours))
            return false;
        Letters.TryTake(ref text, ':');
        if (!text.IsEmpty && !Letters.TryTakeDigits(ref text, 2, out minutes))
            return false;
        if (!text.IsEmpty || hours > 18 || minutes > 59)
            return false;
        offset = (hours * 60 + minutes) * TimeSpan.TicksPerMinute * (isWest ? -1 : 1);
        return true;
    }
}
