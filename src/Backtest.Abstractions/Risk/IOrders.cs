namespace Backtest;

/// <summary>
/// Lets a risk manager answer the signals of a turn. An entry it does not answer is vetoed <c>not_placed</c>. Exits are never vetoed: they
/// are placed before the risk manager is asked, and answering one changes nothing.
/// </summary>
[Emitter(typeof(OrderEvent), typeof(SignalVetoedEvent))]
public interface IOrders
{
    /// <summary>Places the order of a signal. The quantity is rounded down to the lot; at zero the signal is vetoed <c>below_lot</c>.</summary>
    /// <param name="signal">The signal of an entry.</param>
    /// <param name="quantity">How many, zero or above.</param>
    /// <param name="riskLimit">The limit that cut the quantity; the outcome is then <c>cut</c>.</param>
    /// <param name="measured">What that limit measured.</param>
    /// <param name="threshold">What that limit allows.</param>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is below zero.</exception>
    /// <exception cref="ArgumentException">The signal is none of the turn's.</exception>
    void Place(in SignalEvent signal, decimal quantity, string? riskLimit = null, double measured = double.NaN, double threshold = double.NaN);

    /// <summary>
    /// Places the order of a signal for a share of equity at the price it fills at: as many whole lots as this much money pays for, slippage and
    /// commission included. Until then it counts as many as the last close gives; where these are none, the signal is vetoed <c>below_lot</c>.
    /// </summary>
    /// <param name="signal">The signal of an entry.</param>
    /// <param name="share">The share of the portfolio's equity, zero or above.</param>
    /// <param name="riskLimit">The limit that cut the share; the outcome is then <c>cut</c>.</param>
    /// <param name="measured">What that limit measured.</param>
    /// <param name="threshold">What that limit allows.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is below zero.</exception>
    /// <exception cref="ArgumentException">The signal is none of the turn's, or says itself how many.</exception>
    void PlaceShare(in SignalEvent signal, decimal share, string? riskLimit = null, double measured = double.NaN, double threshold = double.NaN);

    /// <summary>Refuses an entry.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="riskLimit">What stands against it.</param>
    /// <param name="measured">What the limit measured.</param>
    /// <param name="threshold">What the limit allows.</param>
    /// <exception cref="ArgumentException">The signal is none of the turn's, or nothing is named that stands against it.</exception>
    void Veto(in SignalEvent signal, string riskLimit, double measured = double.NaN, double threshold = double.NaN);

    /// <summary>
    /// Closes a fraction of what each strategy holds of an instrument: one order for each strategy with a position in it, rounded up to the
    /// lot.
    /// </summary>
    /// <param name="instrument">What to reduce.</param>
    /// <param name="fraction">How much of it, in (0, 1].</param>
    /// <param name="reason">The risk limit that asks for it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is outside (0, 1].</exception>
    void Reduce(Instrument instrument, double fraction, string reason);

    /// <summary>
    /// Brings what one strategy holds of an instrument to a quantity, at the market: by a sale of what is too much, or a purchase of what is missing
    /// that no signal asked for. What rests already counts. What the rules of entries forbid now, such as a regime the strategy is not active in, is not
    /// added. The strategy's protection covers no more than its own entries did.
    /// </summary>
    /// <param name="strategyIndex">The place of the strategy, from 0.</param>
    /// <param name="instrument">What it holds.</param>
    /// <param name="quantity">How many it is to hold, on the side it holds now; zero or above, rounded down to the lot.</param>
    /// <param name="reason">Why, for the results; pass a constant.</param>
    /// <returns>Whether an order was placed; not where nothing is held, or nothing is missing.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such strategy, or the quantity is below zero.</exception>
    bool Resize(int strategyIndex, Instrument instrument, decimal quantity, string reason);

    /// <summary>Cancels an order that rests; one that is done already stays as it is. Its strategy is informed.</summary>
    /// <param name="order">The order, one of <see cref="PortfolioView.RestingOrders"/>.</param>
    /// <param name="reason">The risk limit that asks for it.</param>
    void Cancel(in OrderEvent order, string reason);
}
