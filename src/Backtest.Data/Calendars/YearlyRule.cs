namespace Backtest.Data.Calendars;

/// <summary>A change of a date that comes every year.</summary>
/// <param name="Day">The date in a year; <see langword="null"/>: it does not come that year.</param>
/// <param name="Change">What is not as usual on it.</param>
internal sealed record YearlyRule(Func<int, DateOnly?> Day, DayChange Change)
{
    /// <summary>The first year of the rule.</summary>
    public int From { get; init; } = int.MinValue;

    /// <summary>The last year of the rule.</summary>
    public int To { get; init; } = int.MaxValue;

    /// <summary>The date in a year, if the rule holds then.</summary>
    public DateOnly? In(int year) => year >= From && year <= To ? Day(year) : null;
}
