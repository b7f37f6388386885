namespace Backtest.Data.Rows;

/// <summary>When a bar was.</summary>
/// <param name="Start">Its start, UTC ticks.</param>
/// <param name="End">Its end, UTC ticks.</param>
/// <param name="Day">The day of its start in the data's zone, as a <see cref="DateOnly.DayNumber"/>.</param>
/// <param name="Repeat">How much later it may be as well, its local time coming twice when clocks are set back; 0: it may not.</param>
internal readonly record struct BarTime(long Start, long End, int Day, long Repeat = 0);
