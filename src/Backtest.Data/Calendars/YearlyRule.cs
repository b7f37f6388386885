namespace Backtest.Data.Calendars;

/// <summary>An exception that recurs every year.</summary>
/// <param name="Day">The date in a year, or <see langword="null"/> if there is none that year.</param>
/// <param name="Change">The exception on that date.</param>
internal sealed record YearlyRule(Func<int, DateOnly?> Day, DayChange Change)
{
    /// <summary>The first year of the rule.</summary>
    public int From { get; init; } = int.MinValue;

    /// <summary>The last year of the rule.</summary>
    public int To { get; init; } = int.MaxValue;

    /// <summary>The date in a year, if the rule applies to it.</summary>
    public DateOnly? In(int year) => year >= From && year <= To ? Day(year) : null;
}
