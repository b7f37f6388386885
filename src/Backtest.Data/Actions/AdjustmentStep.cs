namespace Backtest.Data.Actions;

/// <summary>What is done to the bars before a day, back to the step before.</summary>
/// <param name="Day">The first day it is not done on, as a <see cref="DateOnly.DayNumber"/>.</param>
/// <param name="Divisor">What prices are divided by.</param>
/// <param name="Units">What volumes are multiplied by: units after all later splits for each unit of the day.</param>
internal readonly record struct AdjustmentStep(int Day, double Divisor, double Units);
