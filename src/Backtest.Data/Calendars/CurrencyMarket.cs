namespace Backtest.Data.Calendars;

/// <summary>
/// The calendar of the interbank currency market, from Sunday to Friday. A trading day begins and ends at 17:00 in New York, the hour at which
/// value dates roll. Banks have no common holidays, so there are none.
/// </summary>
internal static class CurrencyMarket
{
    /// <summary>The table.</summary>
    public static CalendarTable Table(string name) => new(
        name,
        "America/New_York",
        new DateOnly(1971, 1, 1),
        DateOnly.MaxValue,
        CalendarTable.FromMondayToFriday(new TradingHours(TimeSpan.FromHours(-7), TimeSpan.FromHours(17))),
        Rules: [],
        new Dictionary<DateOnly, DayChange>());
}
