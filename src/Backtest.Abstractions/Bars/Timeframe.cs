using System.Globalization;

namespace Backtest;

/// <summary>
/// The length of a bar: a whole number of seconds, minutes, hours, days, weeks, months or quarters, written <c>1d</c>, <c>15m</c>, <c>1mo</c>.
/// </summary>
/// <param name="Count">How many units; at least 1.</param>
/// <param name="Unit">The unit: <c>s</c>, <c>m</c>, <c>h</c>, <c>d</c>, <c>w</c>, <c>M</c> for months, which are written <c>mo</c>, or <c>q</c>.</param>
public readonly record struct Timeframe(int Count, char Unit)
{
    private const string Units = "smhdwq";
    private const char MonthUnit = 'M';
    private const string MonthWord = "mo";
    private const int DaysOfMonth = 30;
    private const int MonthsOfQuarter = 3;

    /// <summary>One day.</summary>
    public static Timeframe Day => new(1, 'd');

    /// <summary>One hour.</summary>
    public static Timeframe Hour => new(1, 'h');

    /// <summary>One minute.</summary>
    public static Timeframe Minute => new(1, 'm');

    /// <summary>The length in ticks of 100 ns; months, whose lengths differ, count as 30 days each.</summary>
    public long Ticks => Count * Unit switch
    {
        's' => TimeSpan.TicksPerSecond,
        'm' => TimeSpan.TicksPerMinute,
        'h' => TimeSpan.TicksPerHour,
        'd' => TimeSpan.TicksPerDay,
        'w' => 7 * TimeSpan.TicksPerDay,
        MonthUnit => DaysOfMonth * TimeSpan.TicksPerDay,
        'q' => MonthsOfQuarter * DaysOfMonth * TimeSpan.TicksPerDay,
        _ => throw new InvalidOperationException($"'{Unit}' is not a unit of time; units are s, m, h, d, w, M and q."),
    };

    /// <summary>The length in months; 0 if it is not counted in months.</summary>
    public int Months => Unit switch
    {
        MonthUnit => Count,
        'q' => MonthsOfQuarter * Count,
        _ => 0,
    };

    /// <summary>Whether its bars are made of whole trading days.</summary>
    public bool IsOfDays => Unit is 'd' or 'w' || Months > 0;

    /// <summary>
    /// Whether its bars can be built from those of a shorter timeframe. Months begin on any day of the week, so weeks cannot build them.
    /// </summary>
    public bool IsMadeUpOf(Timeframe shorter)
    {
        if (shorter.Months > 0)
            return Months > shorter.Months && Months % shorter.Months == 0;
        if (Months > 0)
            return !shorter.IsOfDays || shorter == Day;
        return Ticks > shorter.Ticks && Ticks % shorter.Ticks == 0 && (IsOfDays || !shorter.IsOfDays);
    }

    /// <summary>Parses a timeframe such as <c>1d</c>, <c>15m</c> or <c>1mo</c>.</summary>
    /// <returns>Whether <paramref name="text"/> is a timeframe.</returns>
    public static bool TryParse(string? text, out Timeframe timeframe)
    {
        timeframe = default;
        if (text is not { Length: > 1 })
            return false;
        bool isOfMonths = text.EndsWith(MonthWord, StringComparison.Ordinal);
        if (!isOfMonths && !Units.Contains(text[^1], StringComparison.Ordinal))
            return false;
        ReadOnlySpan<char> number = text.AsSpan(0, text.Length - (isOfMonths ? MonthWord.Length : 1));
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count < 1)
            return false;
        timeframe = new Timeframe(count, isOfMonths ? MonthUnit : text[^1]);
        return true;
    }

    /// <summary>The timeframe as it is written in a run file.</summary>
    public override string ToString() => Unit == MonthUnit
        ? string.Create(CultureInfo.InvariantCulture, $"{Count}{MonthWord}")
        : string.Create(CultureInfo.InvariantCulture, $"{Count}{Unit}");
}
