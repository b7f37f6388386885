namespace Backtest;

/// <summary>How lately the last bars had their highest high and lowest low.</summary>
/// <param name="Up">For the highest high: from 100, now, to 0, a period ago.</param>
/// <param name="Down">For the lowest low: from 100, now, to 0, a period ago.</param>
/// <param name="Oscillator">Up less down, from −100 to 100.</param>
public readonly record struct AroonValue(double Up, double Down, double Oscillator);
