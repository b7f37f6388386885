using Backtest.Configuration.Keys;
using Backtest.Configuration.Sections.Sources;

namespace Backtest.Configuration.Sections;

/// <summary>An entry of <c>instruments</c>: the rules of one symbol's market.</summary>
internal static class InstrumentSection
{
    private static readonly Key<Instrument, string?> Currency =
        new("currency", Kinds.Text!, instrument => instrument.Currency, "The currency of its prices. Default: that of the portfolio.");

    private static readonly Key<Instrument, decimal> LotSize =
        new("lot_size", Kinds.Decimal(Bounds.Positive), instrument => instrument.LotSize, "The step to which quantities are rounded down.")
        {
            Default = 1,
        };

    private static readonly Key<Instrument, decimal> Multiplier = new(
        "multiplier",
        Kinds.Decimal(Bounds.Positive),
        instrument => instrument.Multiplier,
        "The money that one point of price is worth for each unit of quantity.")
    {
        Default = 1,
    };

    private static readonly Key<Instrument, decimal?> TickSize = new(
        "tick_size",
        Kinds.Maybe(Kinds.Decimal(Bounds.Positive)),
        instrument => instrument.TickSize,
        "The step of order prices. Default: any price is allowed.");

    private static readonly Key<Instrument, string?> Calendar = new(
        "calendar",
        Kinds.Text!,
        instrument => instrument.Calendar,
        $"The exchange calendar: {SourceKeys.Calendars}, or none, which makes every day a trading day. Default: that of the data.");

    /// <summary>The section, without the symbol, which is the entry's key.</summary>
    public static ValueKind<Instrument> Kind { get; } =
        new ObjectKind<Instrument>([Currency, LotSize, Multiplier, TickSize, Calendar], Build);

    private static Instrument Build(MapReader map) => new()
    {
        Symbol = "",
        Currency = map.Get(Currency),
        LotSize = map.Get(LotSize),
        Multiplier = map.Get(Multiplier),
        TickSize = map.Get(TickSize),
        Calendar = map.Get(Calendar),
    };
}
