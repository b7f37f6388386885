namespace Backtest;

/// <summary>A state of a synthetic market; all symbols are in the same one (J. D. Hamilton, "A new approach to the economic analysis of nonstationary time series", 1989).</summary>
/// <param name="Drift">The mean return of a bar in it.</param>
/// <param name="Volatility">The deviation of a bar's return in it; 0 to 0.15.</param>
/// <param name="Length">How many bars it lasts on average; at least 1.</param>
public sealed record SyntheticRegime(double Drift, double Volatility, double Length);
