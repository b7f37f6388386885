namespace Backtest.Results;

/// <summary>The return of a trading day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Return">The simple return, as a fraction.</param>
public readonly record struct DailyReturn(DateOnly Day, double Return);
