namespace Backtest.Engine;

/// <summary>An indicator that was ready and then became undefined up to the last bar.</summary>
/// <param name="Name">The indicator's type and parameters.</param>
/// <param name="Symbol">The symbol of its instrument.</param>
/// <param name="Since">The end of the first bar from which on it has been undefined, UTC.</param>
internal readonly record struct UndefinedIndicator(string Name, string Symbol, DateTime Since);
