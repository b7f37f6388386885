namespace Backtest.Data.Checking;

/// <summary>Bars that were looked at.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Timeframe">The length of the bars.</param>
/// <param name="Calendar">The name of their calendar.</param>
/// <param name="Bars">How many there are.</param>
/// <param name="FirstDay">The trading day of the first.</param>
/// <param name="LastDay">The trading day of the last.</param>
public sealed record CheckedSeries(string Symbol, Timeframe Timeframe, string Calendar, long Bars, DateOnly FirstDay, DateOnly LastDay);
