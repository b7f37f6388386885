using Backtest.Data.Time;

namespace Backtest.Data.Calendars;

/// <summary>The calendars a source's symbols have. One that several symbols share is made once.</summary>
internal sealed class TradingCalendars
{
    private const string Every = "none";

    private static readonly Dictionary<string, Func<string, CalendarTable>> Tables = new(StringComparer.Ordinal)
    {
        ["XNYS"] = NewYorkExchanges.Table,
        ["XNAS"] = NewYorkExchanges.Table,
        ["XLON"] = LondonExchange.Table,
        ["forex"] = CurrencyMarket.Table,
    };

    private readonly Dictionary<string, ITradingCalendar> _byName = new(StringComparer.Ordinal);
    private readonly BarSourceOptions _options;
    private readonly Func<string, ITradingCalendar> _usual;

    /// <summary>The calendars that options name.</summary>
    /// <param name="options">The options, which name the calendars of single symbols.</param>
    /// <param name="calendar">The calendar of the other symbols; <see langword="null"/>: they are given none.</param>
    /// <param name="zone">The zone of the data's days, for <c>none</c>.</param>
    /// <param name="own">The source's own calendars, for symbols that are given none; <see langword="null"/>: every day is a trading day.</param>
    /// <exception cref="InputException">There is no such calendar.</exception>
    public TradingCalendars(
        BarSourceOptions options, string? calendar, DataZone zone, Func<string, ITradingCalendar>? own = null)
    {
        _options = options;
        _byName[Every] = Dates = new ZoneCalendar(zone);
        ITradingCalendar all = Find(calendar ?? Every, $"{options.Key}.calendar");
        _usual = calendar is null && own is not null ? own : _ => all;
        foreach ((string symbol, string other) in options.Calendars)
            Find(other, $"instruments.{symbol}.calendar");
    }

    /// <summary>The names of all calendars there are.</summary>
    public static IReadOnlyList<string> Names { get; } = [Every, .. Tables.Keys];

    /// <summary>The dates of the zone of the data's days.</summary>
    public ITradingCalendar Dates { get; }

    /// <summary>The calendar of a symbol.</summary>
    public ITradingCalendar Of(string symbol) => _options.Calendars.TryGetValue(symbol, out string? name) ? _byName[name] : _usual(symbol);

    private ITradingCalendar Find(string name, string key)
    {
        if (_byName.TryGetValue(name, out ITradingCalendar? known))
            return known;
        if (!Tables.TryGetValue(name, out Func<string, CalendarTable>? table))
        {
            throw new InputException(new InputError(
                "unknown_calendar", $"'{name}' is no calendar; expected one of {string.Join(", ", Names)}.")
            {
                Position = _options.Position,
                Key = key,
                Fix = "Exchanges go by their market identifier code (ISO 10383); none: every day is a trading day.",
            });
        }

        return _byName[name] = new ExchangeCalendar(table(name));
    }
}
