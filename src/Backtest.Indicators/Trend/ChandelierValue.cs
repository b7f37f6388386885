namespace Backtest;

/// <summary>Stops that hang from the extremes, in the unit of the price.</summary>
/// <param name="Long">The stop of a long position, under the highest high.</param>
/// <param name="Short">The stop of a short position, over the lowest low.</param>
public readonly record struct ChandelierValue(double Long, double Short);
