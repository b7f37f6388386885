namespace Backtest;

/// <summary>The distance of a fast average from a slow one.</summary>
/// <param name="Macd">The distance.</param>
/// <param name="Signal">Its exponential average.</param>
/// <param name="Histogram">The distance less its average.</param>
public readonly record struct MacdValue(double Macd, double Signal, double Histogram);
