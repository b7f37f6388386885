namespace Backtest.Engine;

/// <summary>Rounds prices to ticks and quantities to lots.</summary>
internal static class Ticks
{
    /// <summary>The nearest tick; the price itself where the instrument has none.</summary>
    public static double Round(double price, Instrument instrument) =>
        instrument.TickSize is null || double.IsNaN(price) ? price : (double)Round((decimal)price, instrument);

    /// <summary>The nearest tick; the price itself where the instrument has none.</summary>
    public static decimal Round(decimal price, Instrument instrument) => instrument.TickSize is { } tick
        ? Math.Round(price / tick, MidpointRounding.AwayFromZero) * tick
        : price;

    /// <summary>The greatest multiple of the lot at or below a quantity.</summary>
    public static decimal RoundDown(decimal quantity, Instrument instrument) =>
        Math.Floor(quantity / instrument.LotSize) * instrument.LotSize;
}
