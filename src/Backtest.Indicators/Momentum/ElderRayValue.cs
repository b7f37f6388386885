namespace Backtest;

/// <summary>What buyers and sellers reached beyond the average, in the unit of the price.</summary>
/// <param name="Bull">The high less the exponential average of closes.</param>
/// <param name="Bear">The low less the exponential average of closes.</param>
public readonly record struct ElderRayValue(double Bull, double Bear);
