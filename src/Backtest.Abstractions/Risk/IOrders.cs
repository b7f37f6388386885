namespace Backtest;

/// <summary>
/// Lets a risk manager answer the signals of a turn. An entry it does not answer is vetoed as <c>not_placed</c>. Exits are never vetoed: they are
/// placed before the risk manager is asked, and answering one changes nothing.
/// </summary>
[Emitter(typeof(OrderEvent), typeof(SignalVetoedEvent))]
public interface IOrders
{
    /// <summary>Places the order of a signal. The quantity is rounded down to the lot; at zero the signal is vetoed as <c>below_lot</c>.</summary>
    /// <param name="signal">The signal of an entry.</param>
    /// <param name="quantity">The quantity, zero or above.</param>
    /// <param name="riskLimit">The limit that cut the quantity; the outcome is then <c>cut</c>.</param>
    /// <param name="measured">The value that limit measured.</param>
    /// <param name="threshold">The value that limit allows.</param>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is below zero.</exception>
    /// <exception cref="ArgumentException">The signal is not one of this turn's.</exception>
    void Place(in SignalEvent signal, decimal quantity, string? riskLimit = null, double measured = double.NaN, double threshold = double.NaN);

    /// <summary>
    /// Places the order of a signal for a share of equity, sized at the price it fills at: as many whole lots as this money pays for, slippage and
    /// commission included. Until it fills, it counts as the quantity at the last close; if that is zero, the signal is vetoed as <c>below_lot</c>.
    /// </summary>
    /// <param name="signal">The signal of an entry.</param>
    /// <param name="share">The share of the portfolio's equity, zero or above.</param>
    /// <param name="riskLimit">The limit that cut the share; the outcome is then <c>cut</c>.</param>
    /// <param name="measured">The value that limit measured.</param>
    /// <param name="threshold">The value that limit allows.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is below zero.</exception>
    /// <exception cref="ArgumentException">The signal is not one of this turn's, or has a size of its own.</exception>
    void PlaceShare(in SignalEvent signal, decimal share, string? riskLimit = null, double measured = double.NaN, double threshold = double.NaN);

    /// <summary>Refuses an entry.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="riskLimit">The limit or reason.</param>
    /// <param name="measured">The value the limit measured.</param>
    /// <param name="threshold">The value the limit allows.</param>
    /// <exception cref="ArgumentException">The signal is not one of this turn's, or no limit or reason is named.</exception>
    void Veto(in SignalEvent signal, string riskLimit, double measured = double.NaN, double threshold = double.NaN);

    /// <summary>
    /// Closes a fraction of what each strategy holds of an instrument: one order for each strategy with a position in it, rounded up to the
    /// lot.
    /// </summary>
    /// <param name="instrument">The instrument to reduce.</param>
    /// <param name="fraction">The fraction to close, in (0, 1].</param>
    /// <param name="reason">The risk limit that requires it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is outside (0, 1].</exception>
    void Reduce(Instrument instrument, double fraction, string reason);

    /// <summary>
    /// Brings one strategy's position in an instrument to a quantity, at the market: by closing the excess, or by adding what is missing, without a
    /// signal. Orders that rest already count. Nothing is added that the entry rules forbid now, such as in a regime the strategy is not active in.
    /// The strategy's protection covers no more than its own entries did.
    /// </summary>
    /// <param name="strategyIndex">The index of the strategy, from 0.</param>
    /// <param name="instrument">The instrument it holds.</param>
    /// <param name="quantity">The quantity to hold, on the side it holds now; zero or above, rounded down to the lot.</param>
    /// <param name="reason">The reason, for the results; pass a constant.</param>
    /// <returns>Whether an order was placed; false if nothing is held, or nothing is missing.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such strategy, or the quantity is below zero.</exception>
    bool Resize(int strategyIndex, Instrument instrument, decimal quantity, string reason);

    /// <summary>Cancels a resting order; one that is already done stays as it is. Its strategy is notified.</summary>
    /// <param name="order">The order, one of <see cref="PortfolioView.RestingOrders"/>.</param>
    /// <param name="reason">The risk limit that requires it.</param>
    void Cancel(in OrderEvent order, string reason);
}
