using Backtest.Configuration.Keys;
using Backtest.Configuration.Sections.Sources;

namespace Backtest.Configuration.Sections;

/// <summary>An entry of <c>instruments</c>: the rules of one symbol's market.</summary>
internal static class InstrumentSection
{
    private static readonly Key<Instrument, string?> Currency =
        new("currency", Kinds.Text!, instrument => instrument.Currency, "The currency of its prices; that of the portfolio, unless given.");

    private static readonly Key<Instrument, decimal> LotSize =
        new("lot_size", Kinds.Decimal(Bounds.Positive), instrument => instrument.LotSize, "The step quantities are rounded down to.")
        {
            Default = 1,
        };

    private static readonly Key<Instrument, decimal> Multiplier = new(
        "multiplier",
        Kinds.Decimal(Bounds.Positive),
        instrument => instrument.Multiplier,
        "Money per point of price and unit of quantity.")
    {
        Default = 1,
    };

    private static readonly Key<Instrument, decimal?> TickSize = new(
        "tick_size",
        Kinds.Maybe(Kinds.Decimal(Bounds.Positive)),
        instrument => instrument.TickSize,
        "The step of order prices; any price, unless given.");

    private static readonly Key<Instrument, string?> Calendar = new(
        "calendar",
        Kinds.Text!,
        instrument => instrument.Calendar,
        $"The exchange calendar: {SourceKeys.Calendars}, or none, every day being a trading day; that of the data, unless given.");

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
