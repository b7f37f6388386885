namespace Backtest;

/// <summary>The sum of four smoothed rates of change, in percent.</summary>
/// <param name="Kst">The sum.</param>
/// <param name="Signal">Its mean over the last bars.</param>
public readonly record struct KnowSureThingValue(double Kst, double Signal);
