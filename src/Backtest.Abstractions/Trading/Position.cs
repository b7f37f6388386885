namespace Backtest;

/// <summary>One strategy's position in one instrument, valued at the last close.</summary>
/// <param name="Quantity">Above zero long, below zero short, zero flat.</param>
/// <param name="AveragePrice">The average price of what is held; zero when flat.</param>
/// <param name="EntryTime">When the position was opened, UTC; the default when flat.</param>
/// <param name="LastEntryPrice">The price of the last entry filled; zero when flat.</param>
/// <param name="Entries">How many entry signals have filled into the position.</param>
/// <param name="BarsHeld">Bars since the one the position was opened on; zero on that bar.</param>
/// <param name="UnrealizedProfit">Money gained or lost on what is held, without commissions.</param>
public readonly record struct Position(
    decimal Quantity,
    decimal AveragePrice,
    DateTime EntryTime,
    decimal LastEntryPrice,
    int Entries,
    int BarsHeld,
    double UnrealizedProfit)
{
    /// <summary>Whether nothing is held.</summary>
    public bool IsFlat => Quantity == 0;

    /// <summary>Whether the position gains when the price rises.</summary>
    public bool IsLong => Quantity > 0;

    /// <summary>Whether the position gains when the price falls.</summary>
    public bool IsShort => Quantity < 0;
}
