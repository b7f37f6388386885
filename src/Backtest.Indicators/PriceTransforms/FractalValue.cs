namespace Backtest;

/// <summary>The last confirmed fractals.</summary>
/// <param name="High">The high of the last one up.</param>
/// <param name="HighBars">How many bars ago that was; the wing if it is confirmed at this bar.</param>
/// <param name="Low">The low of the last one down.</param>
/// <param name="LowBars">How many bars ago that was.</param>
public readonly record struct FractalValue(double High, double HighBars, double Low, double LowBars);
