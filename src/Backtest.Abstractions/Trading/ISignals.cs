namespace Backtest;

/// <summary>Lets a strategy say that it wants in or out of the instrument at hand.</summary>
[Emitter(typeof(SignalEvent))]
public interface ISignals
{
    /// <summary>
    /// Wants a position, at the market and at full strength. Vetoed as <c>already_in</c> with a position or entry order of its own open.
    /// </summary>
    /// <param name="direction">The side wanted.</param>
    /// <returns>What names the signal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The direction is undefined.</exception>
    SignalHandle Enter(Direction direction) => Enter(direction, default);

    /// <summary>Wants a position. Vetoed as <c>already_in</c> with a position or entry order of its own open, unless it adds.</summary>
    /// <param name="direction">The side wanted.</param>
    /// <param name="terms">Prices, protection, strength and whatever else is not the default.</param>
    /// <returns>What names the signal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A strength outside (0, 1], a price or distance not above zero, or an undefined value.</exception>
    /// <exception cref="ArgumentException">The prices are not those of the order's type.</exception>
    SignalHandle Enter(Direction direction, in EntryTerms terms);

    /// <summary>Wants its own position closed, and cancels its resting entries. With nothing left to close it comes to nothing.</summary>
    /// <param name="fraction">How much of the position, in (0, 1].</param>
    /// <param name="reason">Why, for the results; pass a constant.</param>
    /// <returns>What names the signal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A fraction outside (0, 1].</exception>
    SignalHandle Exit(double fraction = 1, string? reason = null);

    /// <summary>
    /// Wants its own position closed at a price or a time. Protection stays until it fills, and so do resting entries; it never closes more than
    /// is held then.
    /// </summary>
    /// <param name="terms">How much, at which price, and when.</param>
    /// <returns>What names the signal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A fraction outside (0, 1], a price or distance not above zero, or an undefined value.</exception>
    /// <exception cref="ArgumentException">The prices are not those of the order's type.</exception>
    SignalHandle Exit(in ExitTerms terms);

    /// <summary>
    /// Withdraws an order at work, with protection that waits for it. Vetoed as <c>nothing_to_cancel</c> with none at work.
    /// </summary>
    /// <param name="signal">The signal that asked for it; no signal: all the strategy's entries and waiting exits on the instrument.</param>
    /// <param name="reason">Why, for the results; pass a constant.</param>
    /// <returns>What names this signal.</returns>
    /// <exception cref="ArgumentException">It names no earlier signal of the strategy on the instrument.</exception>
    SignalHandle Cancel(SignalHandle signal = default, string? reason = null);

    /// <summary>
    /// Changes an order at work, or what protects it; protection it does not have is added. Vetoed as <c>nothing_to_amend</c> with nothing at work and
    /// nothing held, as <c>wrong_side</c> where what is added would fill at once, and as <c>other_terms</c> where the order
    /// has no such price. It keeps its place among orders of the same price.
    /// </summary>
    /// <param name="signal">The signal that asked for it.</param>
    /// <param name="amendment">What changes.</param>
    /// <returns>What names this signal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A price, a distance or the quantity is not a number above zero.</exception>
    /// <exception cref="ArgumentException">Nothing changes, or it names no earlier signal of the strategy on the instrument.</exception>
    SignalHandle Amend(SignalHandle signal, in Amendment amendment);

    /// <summary>
    /// Wants a position of a size. Its resting entries are canceled, and what is missing, or too much, is traded at the market: sales that close go
    /// ahead of entries, over all symbols. Units are rounded to the lot toward zero; what the target adds passes the risk manager. Vetoed as
    /// <c>on_target</c> with nothing to trade, and as <c>within_band</c> with too little.
    /// </summary>
    /// <param name="size">How large; below zero short, zero flat.</param>
    /// <param name="band">The difference, in the unit of the size, below which nothing is traded. A position to be closed is always closed.</param>
    /// <param name="reason">Why, for the results; pass a constant.</param>
    /// <returns>What names the signal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The size or the band is not a number, or the band is below zero.</exception>
    SignalHandle Target(PositionSize size, double band = 0, string? reason = null);

    /// <summary>The strategy's own orders at work on the instrument, each with the quantity left to fill; valid until the next call.</summary>
    ReadOnlySpan<OrderEvent> Orders { get; }

    /// <summary>
    /// The strategy's own trades on the instrument that have ended, the first first; of a strategy inside a container, the container's. Valid until
    /// the next turn.
    /// </summary>
    /// <exception cref="InvalidOperationException">The plugin's attribute does not set <c>ReadsTrades</c>.</exception>
    ReadOnlySpan<ClosedTrade> Trades { get; }
}
