namespace Backtest.Results;

/// <summary>A measured entry, as input of statistics.</summary>
/// <param name="Portfolio">The portfolio.</param>
/// <param name="Strategy">The strategy.</param>
/// <param name="Symbol">The symbol.</param>
/// <param name="Regime">The regime it was given in, or null if there is no classifier.</param>
/// <param name="Day">The trading day it was given on, as a day number.</param>
/// <param name="Sign">1 for the long side, −1 for the short one.</param>
/// <param name="Strength">Its strength, in (0, 1].</param>
/// <param name="Path">What followed it.</param>
public sealed record MeasuredEntry(
    string Portfolio, string Strategy, string Symbol, string? Regime, int Day, int Sign, double Strength, SignalPath Path)
{
    /// <summary>Direction times strength.</summary>
    public double Conviction => Sign * Strength;
}
