namespace Backtest.Data.Calendars;

/// <summary>Dates that recur every year, as the rules of exchanges name them.</summary>
internal static class YearlyDays
{
    /// <summary>A fixed date on any day of the week, or only in years in which it falls on one of the given days.</summary>
    public static Func<int, DateOnly?> On(int month, int day, params DayOfWeek[] only) => year =>
    {
        DateOnly date = new(year, month, day);
        return only.Length == 0 || only.Contains(date.DayOfWeek) ? date : null;
    };

    /// <summary>A date; if it is a Saturday, the Friday before, and if it is a Sunday, the Monday after.</summary>
    public static Func<int, DateOnly?> NearestWeekday(int month, int day) => year =>
    {
        DateOnly date = new(year, month, day);
        return date.DayOfWeek == DayOfWeek.Saturday ? date.AddDays(-1) : NotSunday(date);
    };

    /// <summary>A date; if it is a Sunday, the Monday after, and if it is a Saturday, none.</summary>
    public static Func<int, DateOnly?> SundayToMonday(int month, int day) => year =>
    {
        DateOnly date = new(year, month, day);
        return date.DayOfWeek == DayOfWeek.Saturday ? null : NotSunday(date);
    };

    /// <summary>A date; if it is on a weekend, the Monday after.</summary>
    public static Func<int, DateOnly?> WeekdayAfter(int month, int day) => year =>
    {
        DateOnly date = new(year, month, day);
        return date.DayOfWeek switch
        {
            DayOfWeek.Saturday => date.AddDays(2),
            DayOfWeek.Sunday => date.AddDays(1),
            _ => date,
        };
    };

    /// <summary>A date; if it is on a weekend, the Friday before.</summary>
    public static Func<int, DateOnly?> WeekdayBefore(int month, int day) => year =>
    {
        DateOnly date = new(year, month, day);
        return date.DayOfWeek switch
        {
            DayOfWeek.Saturday => date.AddDays(-1),
            DayOfWeek.Sunday => date.AddDays(-2),
            _ => date,
        };
    };

    /// <summary>A date; if it is on a weekend, two days later, so that two weekdays replace two holidays in a row.</summary>
    public static Func<int, DateOnly?> TwoDaysLaterOnWeekends(int month, int day) => year =>
        new DateOnly(year, month, day) is { DayOfWeek: DayOfWeek.Saturday or DayOfWeek.Sunday } date ? date.AddDays(2) : new DateOnly(year, month, day);

    /// <summary>The last Monday before a date.</summary>
    public static Func<int, DateOnly?> MondayBefore(int month, int day) => year =>
    {
        DateOnly before = new DateOnly(year, month, day).AddDays(-1);
        return before.AddDays(-(((int)before.DayOfWeek + 6) % 7));
    };

    /// <summary>The nth weekday of a month, counted from 1, or from the month's end if negative, moved by a number of days.</summary>
    public static Func<int, DateOnly?> Nth(int turn, DayOfWeek weekday, int month, int move = 0) => year =>
    {
        DateOnly start = turn > 0 ? new(year, month, 1) : new(year, month, DateTime.DaysInMonth(year, month));
        int ahead = turn > 0
            ? (weekday - start.DayOfWeek + 7) % 7 + 7 * (turn - 1)
            : -((start.DayOfWeek - weekday + 7) % 7) + 7 * (turn + 1);
        return start.AddDays(ahead + move);
    };

    /// <summary>
    /// A number of days after Easter Sunday (the Gregorian computus by an anonymous correspondent in "Nature", 20 April 1876; J. Meeus,
    /// "Astronomical Algorithms", 1991).
    /// </summary>
    public static Func<int, DateOnly?> FromEaster(int days) => year =>
    {
        int a = year % 19;
        (int b, int c) = Math.DivRem(year, 100);
        (int d, int e) = Math.DivRem(b, 4);
        int f = (b + 8) / 25;
        int g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30;
        (int i, int k) = Math.DivRem(c, 4);
        int l = (32 + 2 * e + 2 * i - h - k) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        (int month, int day) = Math.DivRem(h + l - 7 * m + 114, 31);
        return new DateOnly(year, month, day + 1).AddDays(days);
    };

    private static DateOnly NotSunday(DateOnly date) => date.DayOfWeek == DayOfWeek.Sunday ? date.AddDays(1) : date;
}
