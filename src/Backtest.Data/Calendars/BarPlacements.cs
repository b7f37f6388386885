using Backtest.Data.Time;

namespace Backtest.Data.Calendars;

/// <summary>Places the bars of each symbol by its calendar.</summary>
/// <param name="options">The source of the bars.</param>
/// <param name="zone">The zone of the data's days.</param>
/// <param name="calendars">The symbols' calendars.</param>
internal sealed class BarPlacements(BarSourceOptions.Csv options, DataZone zone, TradingCalendars calendars)
{
    /// <summary>Places the bars of a symbol.</summary>
    public IBarPlacement Of(string symbol) => calendars.Of(symbol) is ExchangeCalendar exchange
        ? new ExchangePlacement(options.Timeframe ?? Timeframe.Day, exchange, options.Session ?? SessionHours.All, options.IsStampedAtEnd)
        : new ZonePlacement(options.Timeframe ?? Timeframe.Day, zone, options.IsStampedAtEnd);
}
