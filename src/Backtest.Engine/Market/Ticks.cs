namespace Backtest.Engine;

/// <summary>
/// Rounds prices to ticks: slipped prices and stops against the trader, limits in the trader's favor. Without a tick size, prices are not rounded. A
/// tick is that of the traded price: an adjusted price is rounded as traded, and adjusted again.
/// </summary>
internal static class Ticks
{
    // A price computed by a strategy differs from the tick it means by less than this share of a tick.
    private const decimal Tolerance = 1e-9m;

    // A price computed from the fifteen digits of an adjusted fill differs from it by a share of the price.
    private const decimal Blur = 1e-13m;

    /// <summary>A limit price: down for a buy, up for a sell, so that the order never fills at a worse price than requested.</summary>
    public static double Limit(double price, Side side, Instrument instrument, AdjustmentFactors? factors) =>
        Round(price, isUp: side == Side.Sell, instrument, factors);

    /// <summary>A stop price: up for a buy, down for a sell.</summary>
    public static double Stop(double price, Side side, Instrument instrument, AdjustmentFactors? factors) =>
        Round(price, isUp: side == Side.Buy, instrument, factors);

    /// <summary>A traded price after slippage: up for a buy, down for a sell.</summary>
    public static decimal Slipped(decimal price, Side side, Instrument instrument) =>
        instrument.TickSize is { } tick ? Whole(price / tick, isUp: side == Side.Buy, Tolerance) * tick : price;

    private static double Round(double price, bool isUp, Instrument instrument, AdjustmentFactors? factors)
    {
        if (instrument.TickSize is not { } tick || !double.IsFinite(price))
            return price;
        if (factors is null)
            return (double)(Whole((decimal)price / tick, isUp, Tolerance) * tick);
        decimal ticks = factors.Traded(price) / tick;
        return factors.Adjusted(Whole(ticks, isUp, Math.Max(Tolerance, Math.Abs(ticks) * Blur)) * tick);
    }

    private static decimal Whole(decimal ticks, bool isUp, decimal tolerance) =>
        isUp ? decimal.Ceiling(ticks - tolerance) : decimal.Floor(ticks + tolerance);
}
