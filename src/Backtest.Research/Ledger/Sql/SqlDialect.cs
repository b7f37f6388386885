namespace Backtest.Research;

/// <summary>The differences between the databases' SQL.</summary>
/// <param name="Json">What follows a parameter that contains JSON.</param>
/// <param name="Time">What follows a parameter that contains a time.</param>
/// <param name="Date">What follows a parameter that contains a day.</param>
/// <param name="TimeText">An expression that converts a column, {0}, to the text of a time.</param>
internal sealed record SqlDialect(string Json, string Time, string Date, string TimeText);
