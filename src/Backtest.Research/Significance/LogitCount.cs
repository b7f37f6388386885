namespace Backtest.Research;

/// <summary>The number of splits with a given logit.</summary>
/// <param name="Logit">The logit of the relative rank outside of the best inside.</param>
/// <param name="Splits">The number of splits.</param>
public readonly record struct LogitCount(double Logit, int Splits);
