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
}
