namespace Backtest;

/// <summary>The terms of an entry, as its strategy stated them.</summary>
/// <param name="Limit">The worst price the entry takes; <see langword="null"/>: at the market.</param>
/// <param name="Stop">The price that wakes the entry; <see langword="null"/>: at once.</param>
/// <param name="TimeInForce">How long the entry stands.</param>
/// <param name="StopLoss">Where a loss is cut.</param>
/// <param name="TakeProfit">Where a profit is taken.</param>
/// <param name="TrailingStop">The distance, in points of price, of a stop that follows the best price since entry.</param>
/// <param name="Add">Whether it may add to a position already open.</param>
public readonly record struct EntryTerms(
    double? Limit, double? Stop, TimeInForce TimeInForce, PriceLevel? StopLoss, PriceLevel? TakeProfit, double? TrailingStop, bool Add)
{
    /// <summary>Whether the entry brings protection with it.</summary>
    public bool IsProtected => StopLoss is not null || TakeProfit is not null || TrailingStop is not null;
}
