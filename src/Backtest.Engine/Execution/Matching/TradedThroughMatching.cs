namespace Backtest.Engine;

/// <summary>
/// The standard rules with two additions: a limit fills only if the market trades through it, by a tick if one is set; and nothing fills on a bar
/// without range, or without volume if the data has volume.
/// </summary>
internal sealed class TradedThroughMatching : StandardMatching
{
    // Prices on a grid deviate from it by less than this share of a tick.
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
