namespace Backtest.Results;

/// <summary>The equity of a portfolio at the end of a trading day.</summary>
/// <param name="Day">The day, in the data's zone.</param>
/// <param name="Equity">The day's last equity, in money.</param>
public readonly record struct DailyEquity(DateOnly Day, double Equity);
