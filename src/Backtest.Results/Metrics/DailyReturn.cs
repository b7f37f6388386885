namespace Backtest.Results;

/// <summary>What a trading day brought.</summary>
/// <param name="Day">The day.</param>
/// <param name="Return">The simple return, as a fraction.</param>
public readonly record struct DailyReturn(DateOnly Day, double Return);
