namespace Backtest.Engine;

/// <summary>Computes the prices of trailing stops.</summary>
internal static class TrailingStops
{
    // Differences of prices on a grid may fall short of a step by less than this share of it.
    private const double Tolerance = 1e-9;

    /// <summary>The price of a trailing stop at a best price; infinitely far away until it is active.</summary>
    /// <param name="order">The order.</param>
    /// <param name="start">The price from which steps are counted.</param>
    /// <param name="best">The best price so far.</param>
    /// <param name="factors">How prices of the day relate to those traded.</param>
    public static double StopFor(in OrderEvent order, double start, double best, AdjustmentFactors? factors)
    {
        bool sells = order.Side == Side.Sell;
        if (order.Activation > 0 && (sells ? best < order.Activation : best > order.Activation))
            return sells ? double.NegativeInfinity : double.PositiveInfinity;
        double followed = order.Step > 0 ? Stepped(start, best, order.Step) : best;
        double distance = order.IsDistanceFraction ? followed * order.Distance : order.Distance;
        return Ticks.Stop(sells ? followed - distance : followed + distance, order.Side, order.Instrument, factors);
    }

    /// <summary>A protective order with the terms that depend on the price of its entry.</summary>
    public static OrderEvent AfterFill(in OrderEvent order, double fill)
    {
        if (order.Activation == 0)
            return order;
        double ahead = order.Side == Side.Sell ? order.Activation : -order.Activation;
        double activation = order.IsActivationDistance ? fill + ahead : order.Activation;
        // A break-even stop is placed at the entry price, so its distance is that from the price that activates it.
        double distance = double.IsInfinity(order.Step) ? Math.Abs(activation - fill) : order.Distance;
        return order with { Activation = activation, IsActivationDistance = false, Distance = distance };
    }

    private static double Stepped(double start, double best, double step)
    {
        double steps = Math.Floor((Math.Abs(best - start) / step) + Tolerance);
        return steps == 0 ? start : best > start ? start + (steps * step) : start - (steps * step);
    }
}
