namespace Backtest.Engine;

/// <summary>An indicator that was ready and has been undefined to the end.</summary>
/// <param name="Name">Its type and parameters.</param>
/// <param name="Symbol">The instrument it is of.</param>
/// <param name="Since">The end of the first bar it has been undefined from, UTC.</param>
internal readonly record struct UndefinedIndicator(string Name, string Symbol, DateTime Since);
