namespace Backtest.Engine;

/// <summary>
/// Rounds prices to ticks: slipped prices and stops against the trader, limits for what was asked. Without a tick any price goes.
/// </summary>
internal static class Ticks
{
    // A price a strategy computed misses the tick it means by less than this share of a tick.
    private const decimal Tolerance = 1e-9m;

    /// <summary>A limit price: down for a buy, up for a sale, so that it never takes a worse price than was asked.</summary>
    public static double Limit(double price, Side side, Instrument instrument) => Round(price, isUp: side == Side.Sell, instrument);

    /// <summary>A stop price: up for a buy, down for a sale.</summary>
    public static double Stop(double price, Side side, Instrument instrument) => Round(price, isUp: side == Side.Buy, instrument);

    /// <summary>A price after slippage: up for a buy, down for a sale.</summary>
    public static decimal Slipped(decimal price, Side side, Instrument instrument) => Round(price, isUp: side == Side.Buy, instrument);

    private static double Round(double price, bool isUp, Instrument instrument) =>
        instrument.TickSize is null || double.IsNaN(price) ? price : (double)Round((decimal)price, isUp, instrument);

    private static decimal Round(decimal price, bool isUp, Instrument instrument)
    {
        if (instrument.TickSize is not { } tick)
            return price;
        decimal ticks = price / tick;
        return (isUp ? decimal.Ceiling(ticks - Tolerance) : decimal.Floor(ticks + Tolerance)) * tick;
    }
}
