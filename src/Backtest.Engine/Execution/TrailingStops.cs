namespace Backtest.Engine;

/// <summary>Where trailing stops stand.</summary>
internal static class TrailingStops
{
    // Prices on a grid miss a step by less than this share of it.
    private const double Tolerance = 1e-9;

    /// <summary>Where a trailing stop stands once this is the best price; infinitely far away until it follows.</summary>
    /// <param name="order">The order.</param>
    /// <param name="start">The price from which steps are counted.</param>
    /// <param name="best">The best price so far.</param>
    /// <param name="factors">How prices of the day compare with those traded.</param>
    public static double StopFor(in OrderEvent order, double start, double best, AdjustmentFactors? factors)
    {
        bool sells = order.Side == Side.Sell;
        if (order.Activation > 0 && (sells ? best < order.Activation : best > order.Activation))
            return sells ? double.NegativeInfinity : double.PositiveInfinity;
        double followed = order.Step > 0 ? Stepped(start, best, order.Step) : best;
        double distance = order.IsDistanceFraction ? followed * order.Distance : order.Distance;
        return Ticks.Stop(sells ? followed - distance : followed + distance, order.Side, order.Instrument, factors);
    }

    /// <summary>A protective order with what goes by the price of its entry.</summary>
    public static OrderEvent AfterFill(in OrderEvent order, double fill)
    {
        if (order.Activation == 0)
            return order;
        double ahead = order.Side == Side.Sell ? order.Activation : -order.Activation;
        double activation = order.IsActivationDistance ? fill + ahead : order.Activation;
        // The stop at break-even stands at the entry, and that is so far behind the price that sets it.
        double distance = double.IsInfinity(order.Step) ? Math.Abs(activation - fill) : order.Distance;
        return order with { Activation = activation, IsActivationDistance = false, Distance = distance };
    }

    private static double Stepped(double start, double best, double step)
    {
        double steps = Math.Floor((Math.Abs(best - start) / step) + Tolerance);
        return steps == 0 ? start : best > start ? start + (steps * step) : start - (steps * step);
    }
}
