namespace Backtest;

/// <summary>Lets a strategy signal entries and exits of the current instrument.</summary>
[Emitter(typeof(SignalEvent))]
public interface ISignals
{
    /// <summary>
    /// Requests a position, at the market and at full strength. Vetoed as <c>already_in</c> if it has a position or entry order open.
    /// </summary>
    /// <param name="direction">The side wanted.</param>
    /// <returns>The handle of the signal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The direction is undefined.</exception>
    SignalHandle Enter(Direction direction) => Enter(direction, default);

    /// <summary>Requests a position. Vetoed as <c>already_in</c> if it has a position or entry order open, unless the entry adds.</summary>
    /// <param name="direction">The side wanted.</param>
    /// <param name="terms">Prices, protection, strength and anything else that is not the default.</param>
    /// <returns>The handle of the signal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The strength is outside (0, 1], a price or distance is not above zero, or a value is undefined.
    /// </exception>
    /// <exception cref="ArgumentException">The prices do not match the order's type.</exception>
    SignalHandle Enter(Direction direction, in EntryTerms terms);

    /// <summary>Requests to close its own position, and cancels its resting entries. Has no effect if nothing is left to close.</summary>
    /// <param name="fraction">How much of the position, in (0, 1].</param>
    /// <param name="reason">The reason, for the results; pass a constant.</param>
    /// <returns>The handle of the signal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is outside (0, 1].</exception>
    SignalHandle Exit(double fraction = 1, string? reason = null);

    /// <summary>
    /// Requests to close its own position at a price or a time. Protection and resting entries stay until it fills; it never closes more than is held
    /// then.
    /// </summary>
    /// <param name="terms">How much, at which price, and when.</param>
    /// <returns>The handle of the signal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The fraction is outside (0, 1], a price or distance is not above zero, or a value is undefined.
    /// </exception>
    /// <exception cref="ArgumentException">The prices do not match the order's type.</exception>
    SignalHandle Exit(in ExitTerms terms);

    /// <summary>Cancels an order at work, with the protection that waits for it. Vetoed as <c>nothing_to_cancel</c> if none is at work.</summary>
    /// <param name="signal">The signal that requested it; no signal for all the strategy's entries and waiting exits on the instrument.</param>
    /// <param name="reason">The reason, for the results; pass a constant.</param>
    /// <returns>The handle of this signal.</returns>
    /// <exception cref="ArgumentException">The handle does not name an earlier signal of the strategy on the instrument.</exception>
    SignalHandle Cancel(SignalHandle signal = default, string? reason = null);

    /// <summary>
    /// Changes an order at work, or its protection; protection it does not have is added. Vetoed as <c>nothing_to_amend</c> if nothing is at work and
    /// nothing is held, as <c>wrong_side</c> if what is added would fill at once, and as <c>other_terms</c> if the order has no such price. The order
    /// keeps its place among orders of the same price.
    /// </summary>
    /// <param name="signal">The signal that requested it.</param>
    /// <param name="amendment">What changes.</param>
    /// <returns>The handle of this signal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A price, a distance or the quantity is not a number above zero.</exception>
    /// <exception cref="ArgumentException">
    /// Nothing changes, or the handle does not name an earlier signal of the strategy on the instrument.
    /// </exception>
    SignalHandle Amend(SignalHandle signal, in Amendment amendment);

    /// <summary>
    /// Requests a position of a given size. Resting entries are canceled, and the difference is traded at the market: orders that close go before
    /// entries, across all symbols. Units are rounded to the lot toward zero; what the target adds passes the risk manager. Vetoed as
    /// <c>on_target</c> if there is nothing to trade, and as <c>within_band</c> if there is too little.
    /// </summary>
    /// <param name="size">The size; below zero for short, zero for flat.</param>
    /// <param name="band">The difference, in the unit of the size, below which nothing is traded. A position to be closed is always closed.</param>
    /// <param name="reason">The reason, for the results; pass a constant.</param>
    /// <returns>The handle of the signal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The size or the band is not a number, or the band is below zero.</exception>
    SignalHandle Target(PositionSize size, double band = 0, string? reason = null);

    /// <summary>The strategy's own orders at work on the instrument, each with the quantity left to fill; valid until the next call.</summary>
    ReadOnlySpan<OrderEvent> Orders { get; }

    /// <summary>
    /// The strategy's own closed trades on the instrument, oldest first; for a strategy inside a container, the container's. Valid until the next
    /// turn.
    /// </summary>
    /// <exception cref="InvalidOperationException">The plugin's attribute does not set <c>ReadsTrades</c>.</exception>
    ReadOnlySpan<ClosedTrade> Trades { get; }
}
