namespace Backtest.Engine;

/// <summary>
/// The standard rules, and besides: a limit fills only when the market trades through it, by a tick where one is set; a bar without volume, where
/// the data has volume, or without range fills nothing.
/// </summary>
internal sealed class TradedThroughMatching : StandardMatching
{
    // Prices on a grid miss it by less than this share of a tick.
    private const double Tolerance = 1e-6;

    public override bool Trades(in MatchedBar bar, Instrument instrument) => bar.High > bar.Low && bar.Volume != 0;

    protected override double Reach(in OrderEvent order)
    {
        if (order.Instrument.TickSize is not { } tick)
            return LimitPrices.Through(order);
        double step = (double)tick * (1 - Tolerance);
        return order.Side == Side.Buy ? order.LimitPrice - step : order.LimitPrice + step;
    }
}
