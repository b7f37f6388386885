namespace Backtest.Engine;

/// <summary>A tier of a commission by the units of an order.</summary>
/// <param name="UpTo">The units of the order it ends with; <see langword="null"/> if it has no end.</param>
/// <param name="Value">Money for each unit in it; zero or above.</param>
public sealed record CommissionTier(decimal? UpTo, decimal Value);
