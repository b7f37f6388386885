namespace Backtest.Data.Checking;

/// <summary>A series that was checked.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Timeframe">The length of the bars.</param>
/// <param name="Calendar">The name of their calendar.</param>
/// <param name="Bars">The number of bars.</param>
/// <param name="FirstDay">The trading day of the first bar.</param>
/// <param name="LastDay">The trading day of the last bar.</param>
public sealed record CheckedSeries(string Symbol, Timeframe Timeframe, string Calendar, long Bars, DateOnly FirstDay, DateOnly LastDay);
