namespace Backtest;

/// <summary>
/// Decides which orders fill on a bar, and where. It keeps no state between calls except whether an order's stop was touched
/// (<see cref="IRestingOrder.IsTriggered"/>), and depends only on its arguments.
/// </summary>
public interface IOrderMatching
{
    /// <summary>What a trailing stop follows.</summary>
    TrailMark Trails => TrailMark.Extreme;

    /// <summary>
    /// The features an order uses that these rules do not support, in the plural. The order then follows the standard rules, and the run warns.
    /// </summary>
    /// <returns>Such as <c>trailing stops</c>; <see langword="null"/> if nothing is missing.</returns>
    string? Missing(in OrderEvent order) => null;

    /// <summary>Why an order just placed is refused in a run with <c>fill: close</c>, in which new orders meet the close.</summary>
    /// <param name="order">The order.</param>
    /// <param name="close">The close of the bar it was decided on.</param>
    /// <returns>The reason as one word; <see langword="null"/> if it is accepted.</returns>
    string? Refuses(IRestingOrder order, double close) => null;

    /// <summary>The price at which an order just placed fills at the close of its own bar, in a run with <c>fill: close</c>.</summary>
    /// <returns>The price; not a number if it does not fill there.</returns>
    double AtClose(IRestingOrder order, double close) => order.Order.Type == OrderType.Market ? close : double.NaN;

    /// <summary>
    /// Whether, in a run with <c>fill: close</c>, new orders meet the close of a bar with which the market closes; otherwise they wait for the next
    /// open. Without a calendar, the market closes with daily and longer bars.
    /// </summary>
    bool MeetsLastClose => true;

    /// <summary>Whether an order meets traded prices where orders use the bid and ask of bars; otherwise it meets the side it takes.</summary>
    bool MeetsTrades(in OrderEvent order) => false;

    /// <summary>
    /// The range of prices an entry just decided may fill at, gaps aside. Protection that would fill at once at each of them is refused as
    /// <c>wrong_side</c>.
    /// </summary>
    /// <param name="direction">The side of the entry.</param>
    /// <param name="terms">Its terms.</param>
    /// <param name="close">The close it was decided on; not a number if it first waits for another order, for an unknown time.</param>
    EntryPrices EntryPrices(Direction direction, in EntryTerms terms, double close) => Backtest.EntryPrices.Of(direction, terms, close);

    /// <summary>The last trading day an order may fill on, as a day number.</summary>
    /// <param name="order">The order.</param>
    /// <param name="firstDay">The first day it rested on.</param>
    int LastDay(IRestingOrder order, int firstDay);

    /// <summary>Whether orders for a day or until a date expire before the bar that closes their last day, rather than with it.</summary>
    bool EndsBeforeClose => false;

    /// <summary>Whether a bar can fill orders at all.</summary>
    bool Trades(in MatchedBar bar, Instrument instrument) => true;

    /// <summary>Whether the protection of an entry may fill on the bar that filled the entry.</summary>
    bool ProtectsAtOnce(IRestingOrder protection, in MatchedBar bar) => true;

    /// <summary>The price at which an order fills as a bar opens.</summary>
    /// <returns>The price; not a number if it does not fill there.</returns>
    double AtOpen(IRestingOrder order, in MatchedBar bar);

    /// <summary>Where an order fills within a bar, including at the close.</summary>
    BarTouch Within(IRestingOrder order, in BarPath path);

    /// <summary>
    /// The first of some bars that may fill an order or touch its stop. The result may be too early, but never too late. Not called for trailing
    /// stops, which are followed bar by bar.
    /// </summary>
    /// <param name="order">The order.</param>
    /// <param name="highs">The highs of the bars.</param>
    /// <param name="lows">Their lows.</param>
    /// <returns>Its index among them; the number of bars if none does.</returns>
    int Next(IRestingOrder order, ReadOnlySpan<double> highs, ReadOnlySpan<double> lows) => BarSearch.FirstTouch(order, highs, lows);
}
