namespace Backtest.Research;

/// <summary>In what the databases' SQL differs.</summary>
/// <param name="Json">What stands behind a parameter that holds JSON.</param>
/// <param name="Time">What stands behind a parameter that holds a time.</param>
/// <param name="Date">What stands behind a parameter that holds a day.</param>
/// <param name="TimeText">What makes of a column, {0}, the text of a time.</param>
internal sealed record SqlDialect(string Json, string Time, string Date, string TimeText);
