namespace Backtest.Engine;

/// <summary>A tier of a commission that depends on the units of an order.</summary>
/// <param name="UpTo">The number of units at which the tier ends; <see langword="null"/> if it has no end.</param>
/// <param name="Value">Money for each unit in the tier; zero or above.</param>
public sealed record CommissionTier(decimal? UpTo, decimal Value);
