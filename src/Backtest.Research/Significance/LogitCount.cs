namespace Backtest.Research;

/// <summary>How many splits came to a logit.</summary>
/// <param name="Logit">The logit of the relative rank outside of the best inside.</param>
/// <param name="Splits">The number of splits.</param>
public readonly record struct LogitCount(double Logit, int Splits);
