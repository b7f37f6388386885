namespace Backtest;

/// <summary>A smoothed candle, in the unit of the price.</summary>
/// <param name="Open">The middle of the candle before.</param>
/// <param name="High">The highest of high, open and close.</param>
/// <param name="Low">The lowest of low, open and close.</param>
/// <param name="Close">The mean of the bar's four prices.</param>
public readonly record struct HeikinAshiValue(double Open, double High, double Low, double Close);
