namespace Backtest;

/// <summary>
/// Says which order fills where on a bar. It keeps nothing from call to call but whether an order's stop was touched
/// (<see cref="IRestingOrder.IsTriggered"/>), and goes by nothing but what it is given.
/// </summary>
public interface IOrderMatching
{
    /// <summary>What a trailing stop follows.</summary>
    TrailMark Trails => TrailMark.Extreme;

    /// <summary>
    /// What an order would need that these rules have no word for, in the plural: it follows the standard rules, and the run warns.
    /// </summary>
    /// <returns>Such as <c>trailing stops</c>; <see langword="null"/> if nothing is missing.</returns>
    string? Missing(in OrderEvent order) => null;

    /// <summary>Why an order just placed is refused, where the run says <c>fill: close</c>, so that new orders meet the close.</summary>
    /// <param name="order">The order.</param>
    /// <param name="close">The close of the bar it was decided on.</param>
    /// <returns>The reason as one word; <see langword="null"/> if it is taken.</returns>
    string? Refuses(IRestingOrder order, double close) => null;

    /// <summary>The price at which an order just placed fills at the close of its own bar, where the run says <c>fill: close</c>.</summary>
    /// <returns>The price; not a number if it does not fill there.</returns>
    double AtClose(IRestingOrder order, double close) => order.Order.Type == OrderType.Market ? close : double.NaN;

    /// <summary>
    /// Whether new orders meet the close of a bar that the market closes with, where the run says <c>fill: close</c>; otherwise they wait for the
    /// next open. Without a calendar it closes with daily and longer bars.
    /// </summary>
    bool MeetsLastClose => true;

    /// <summary>Whether an order meets what was traded, where bars have bid and ask that orders go by; otherwise it meets the side it takes.</summary>
    bool MeetsTrades(in OrderEvent order) => false;

    /// <summary>
    /// Between which prices an entry just decided may fill, gaps aside. Protection that would fill at once at each of them is refused as
    /// <c>wrong_side</c>.
    /// </summary>
    /// <param name="direction">The side of the entry.</param>
    /// <param name="terms">Its terms.</param>
    /// <param name="close">The close it was decided on; not a number where it first waits for another order, and nobody knows for how long.</param>
    EntryPrices EntryPrices(Direction direction, in EntryTerms terms, double close) => Backtest.EntryPrices.Of(direction, terms, close);

    /// <summary>The last trading day an order may fill on, as a day number.</summary>
    /// <param name="order">The order.</param>
    /// <param name="firstDay">The first day it rested on.</param>
    int LastDay(IRestingOrder order, int firstDay);

    /// <summary>Whether orders for a day or until a date end ahead of the bar that closes their last day, rather than with it.</summary>
    bool EndsBeforeClose => false;

    /// <summary>Whether a bar fills anything.</summary>
    bool Trades(in MatchedBar bar, Instrument instrument) => true;

    /// <summary>Whether what protects an entry may fill on the bar that filled the entry.</summary>
    bool ProtectsAtOnce(IRestingOrder protection, in MatchedBar bar) => true;

    /// <summary>The price at which an order fills as a bar opens.</summary>
    /// <returns>The price; not a number if it does not fill there.</returns>
    double AtOpen(IRestingOrder order, in MatchedBar bar);

    /// <summary>Where an order fills within a bar, at the close included.</summary>
    BarTouch Within(IRestingOrder order, in BarPath path);

    /// <summary>
    /// The first of some bars that may fill an order or touch its stop: it may name one that does nothing, and never one too late. Trailing stops
    /// are not asked about: they are followed bar by bar.
    /// </summary>
    /// <param name="order">The order.</param>
    /// <param name="highs">The highs of the bars.</param>
    /// <param name="lows">Their lows.</param>
    /// <returns>Its place among them; as many as there are if none does.</returns>
    int Next(IRestingOrder order, ReadOnlySpan<double> highs, ReadOnlySpan<double> lows) => BarSearch.FirstTouch(order, highs, lows);
}
