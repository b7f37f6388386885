namespace Backtest;

/// <summary>The last confirmed turning point, and the leg that follows it.</summary>
/// <param name="Point">The value at the turning point.</param>
/// <param name="Bars">How many bars ago that was.</param>
/// <param name="Direction">1 on the way up from a low, −1 on the way down from a high.</param>
/// <param name="Extreme">The farthest value of the leg so far: a turning point only once it is confirmed.</param>
public readonly record struct ZigZagValue(double Point, double Bars, double Direction, double Extreme);
