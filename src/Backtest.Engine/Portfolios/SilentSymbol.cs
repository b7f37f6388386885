namespace Backtest.Engine;

/// <summary>A symbol without further bars, and what a portfolio had of it.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="LastDay">The day of its last bar.</param>
/// <param name="Quantity">How many units strategies held, long or short.</param>
/// <param name="Orders">How many orders rested on it.</param>
/// <param name="Price">The price of one unit: the one it was settled at, or the last close.</param>
internal readonly record struct SilentSymbol(string Symbol, DateOnly LastDay, decimal Quantity, int Orders, decimal Price);
