namespace Backtest;

/// <summary>How strong a trend is, and which way it goes; each from 0 to 100.</summary>
/// <param name="Adx">The average directional index: the strength, whatever the direction.</param>
/// <param name="PlusDi">The plus directional indicator: upward movement as a percentage of the true range.</param>
/// <param name="MinusDi">The minus directional indicator: downward movement as a percentage of the true range.</param>
public readonly record struct DirectionalValue(double Adx, double PlusDi, double MinusDi);
