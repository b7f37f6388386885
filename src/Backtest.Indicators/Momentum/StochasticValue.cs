namespace Backtest;

/// <summary>Where the close lies in the range of the last bars, from 0 at the low to 100 at the high.</summary>
/// <param name="K">The position, smoothed.</param>
/// <param name="D">The signal: the mean of the last positions.</param>
public readonly record struct StochasticValue(double K, double D);
