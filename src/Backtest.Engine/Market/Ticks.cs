namespace Backtest.Engine;

/// <summary>
/// Rounds prices to ticks: slipped prices and stops against the trader, limits for what was asked. Without a tick any price goes. A tick is one
/// of the price as it was traded: an adjusted price is rounded there, and adjusted again.
/// </summary>
internal static class Ticks
{
    // A price a strategy computed misses the tick it means by less than this share of a tick.
    private const decimal Tolerance = 1e-9m;

    // What was computed from the fifteen digits of an adjusted fill misses it by a part of the price.
    private const decimal Blur = 1e-13m;

    /// <summary>A limit price: down for a buy, up for a sale, so that it never takes a worse price than was asked.</summary>
    public static double Limit(double price, Side side, Instrument instrument, AdjustmentFactors? factors) =>
        Round(price, isUp: side == Side.Sell, instrument, factors);

    /// <summary>A stop price: up for a buy, down for a sale.</summary>
    public static double Stop(double price, Side side, Instrument instrument, AdjustmentFactors? factors) =>
        Round(price, isUp: side == Side.Buy, instrument, factors);

    /// <summary>A price as it was traded, after slippage: up for a buy, down for a sale.</summary>
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
