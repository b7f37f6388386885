namespace Backtest.Data.Rows;

/// <summary>The times of a bar.</summary>
/// <param name="Start">Its start, UTC ticks.</param>
/// <param name="End">Its end, UTC ticks.</param>
/// <param name="Day">The day of its start in the data's zone, as a <see cref="DateOnly.DayNumber"/>.</param>
/// <param name="Repeat">How much later it may also be, because its local time occurs twice when clocks are set back; otherwise 0.</param>
internal readonly record struct BarTime(long Start, long End, int Day, long Repeat = 0);
