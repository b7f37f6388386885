namespace Backtest;

/// <summary>Lets a strategy say that it wants in or out of the instrument at hand.</summary>
[Emitter(typeof(SignalEvent))]
public interface ISignals
{
    /// <summary>Wants a position. Vetoed as <c>already_in</c> with a position or entry order of its own open, unless it adds.</summary>
    /// <param name="direction">The side wanted.</param>
    /// <param name="strength">How much it is wanted, in (0, 1].</param>
    /// <param name="limit">The worst price to take; <see langword="null"/>: at the market.</param>
    /// <param name="stopLoss">Where a loss is cut, from the fill on.</param>
    /// <param name="takeProfit">Where a profit is taken, from the fill on.</param>
    /// <param name="trailingStop">The distance, in points of price, of a stop that follows the best price since entry.</param>
    /// <param name="add">Whether it may add to a position already open.</param>
    /// <param name="reason">Why, for whoever reads the results; pass a constant, not a text made for each bar.</param>
    /// <param name="stop">The price that wakes the entry; <see langword="null"/>: at once. With a limit, a stop-limit order.</param>
    /// <param name="timeInForce">How long the entry stands.</param>
    /// <exception cref="ArgumentOutOfRangeException">A strength outside (0, 1], or a price or distance that is not above zero.</exception>
    void Enter(
        Direction direction,
        double strength = 1,
        double? limit = null,
        PriceLevel? stopLoss = null,
        PriceLevel? takeProfit = null,
        double? trailingStop = null,
        bool add = false,
        string? reason = null,
        double? stop = null,
        TimeInForce timeInForce = TimeInForce.GoodTillCanceled);

    /// <summary>Wants its own position closed, and cancels its resting entries. With nothing left to close it comes to nothing.</summary>
    /// <param name="fraction">How much of the position, in (0, 1].</param>
    /// <param name="reason">Why, for whoever reads the results; pass a constant.</param>
    /// <exception cref="ArgumentOutOfRangeException">A fraction outside (0, 1].</exception>
    void Exit(double fraction = 1, string? reason = null);
}
