namespace Backtest;

/// <summary>Movement up and down as shares of the true range; both near 1 without a trend.</summary>
/// <param name="Plus">From the low before to the high.</param>
/// <param name="Minus">From the high before to the low.</param>
public readonly record struct VortexValue(double Plus, double Minus);
