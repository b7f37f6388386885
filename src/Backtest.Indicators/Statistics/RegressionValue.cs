namespace Backtest;

/// <summary>A straight line fitted to the last values by least squares.</summary>
/// <param name="Slope">The rise of the line per bar, in the unit of the values.</param>
/// <param name="Fitted">The line's value at the newest bar.</param>
/// <param name="RSquared">The share of the values' variance the line explains, from 0 to 1; 0 where the values do not vary.</param>
public readonly record struct RegressionValue(double Slope, double Fitted, double RSquared);
