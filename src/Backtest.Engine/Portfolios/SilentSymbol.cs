namespace Backtest.Engine;

/// <summary>A symbol without further bars, and a portfolio's position and orders in it.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="LastDay">The day of its last bar.</param>
/// <param name="Quantity">The number of units strategies held, long or short.</param>
/// <param name="Orders">The number of orders that rested on it.</param>
/// <param name="Price">The price of one unit: the settlement price, or the last close.</param>
internal readonly record struct SilentSymbol(string Symbol, DateOnly LastDay, decimal Quantity, int Orders, decimal Price);
