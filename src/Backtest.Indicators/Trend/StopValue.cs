namespace Backtest;

/// <summary>A stop that trails the price, and the side it is on.</summary>
/// <param name="Stop">The price of the stop.</param>
/// <param name="Direction">1 with the stop below a rising market, −1 with the stop above a falling one.</param>
public readonly record struct StopValue(double Stop, double Direction);
