using Backtest.Data.Calendars;

namespace Backtest.Data.Lean;

/// <summary>An entry of LEAN's database of trading hours.</summary>
/// <param name="Table">The exchange's calendar.</param>
/// <param name="DataTimeZone">The zone of times in the files of bars.</param>
internal sealed record LeanHours(CalendarTable Table, string DataTimeZone);
