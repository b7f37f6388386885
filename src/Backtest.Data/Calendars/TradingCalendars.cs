using Backtest.Abstractions.Runtime;
using Backtest.Data.Files;
using Backtest.Data.Time;

namespace Backtest.Data.Calendars;

/// <summary>The calendars of a source's symbols. A calendar that several symbols share is created once.</summary>
internal sealed class TradingCalendars
{
    private const string Every = "none";
    private const string Always = "24/7";
    private const string FileExtension = ".json";

    private static readonly Dictionary<string, Func<string, CalendarTable>> Tables = new(StringComparer.Ordinal)
    {
        ["XNYS"] = NewYorkExchanges.Table,
        ["XNAS"] = NewYorkExchanges.Table,
        ["XTSE"] = TorontoExchange.Table,
        ["XLON"] = LondonExchange.Table,
        ["XETR"] = EuropeanExchanges.Xetra,
        ["XPAR"] = EuropeanExchanges.Paris,
        ["XTKS"] = TokyoExchange.Table,
        ["XHKG"] = HongKongExchange.Table,
        ["XASX"] = AustralianExchange.Table,
        ["XNSE"] = IndianExchange.Table,
        ["CME_equity"] = ChicagoEquityFutures.Table,
        ["forex"] = CurrencyMarket.Table,
    };

    // The common names of exchanges, for users who do not know their codes.
    private static readonly Dictionary<string, string> CommonNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["NYSE"] = "XNYS",
        ["AMEX"] = "XNYS",
        ["US"] = "XNYS",
        ["NASDAQ"] = "XNAS",
        ["TSX"] = "XTSE",
        ["LSE"] = "XLON",
        ["XETRA"] = "XETR",
        ["FWB"] = "XETR",
        ["EURONEXT"] = "XPAR",
        ["TSE"] = "XTKS",
        ["JPX"] = "XTKS",
        ["HKEX"] = "XHKG",
        ["ASX"] = "XASX",
        ["NSE"] = "XNSE",
        ["BSE"] = "XNSE",
        ["CME"] = "CME_equity",
        ["FX"] = "forex",
        ["crypto"] = Always,
    };

    private readonly Dictionary<string, ITradingCalendar> _byName = new(StringComparer.Ordinal);
    private readonly BarSourceOptions _options;
    private readonly Func<string, ITradingCalendar> _usual;

    /// <summary>The calendars that options name.</summary>
    /// <param name="options">The options, which name the calendars of single symbols.</param>
    /// <param name="calendar">The calendar of the other symbols, or <see langword="null"/> if none is given.</param>
    /// <param name="zone">The zone of the data's days, for <c>none</c>.</param>
    /// <param name="own">
    /// The source's own calendars, for symbols that are given none, or <see langword="null"/> if every day is a trading day for them.
    /// </param>
    /// <exception cref="InputException">A calendar does not exist.</exception>
    public TradingCalendars(
        BarSourceOptions options, string? calendar, DataZone zone, Func<string, ITradingCalendar>? own = null)
    {
        _options = options;
        _byName[Every] = Dates = new ZoneCalendar(zone);
        _byName[Always] = new ZoneCalendar(zone, Always);
        ITradingCalendar all = Find(calendar ?? Every, $"{options.Key}.calendar");
        _usual = calendar is null && own is not null ? own : _ => all;
        foreach ((string symbol, string other) in options.Calendars)
            Find(other, $"instruments.{symbol}.calendar");
    }

    /// <summary>The names of all available calendars.</summary>
    public static IReadOnlyList<string> Names { get; } = [Every, Always, .. Tables.Keys];

    /// <summary>The dates in the zone of the data's days.</summary>
    public ITradingCalendar Dates { get; }

    /// <summary>The calendar of a symbol.</summary>
    public ITradingCalendar Of(string symbol) => _options.Calendars.TryGetValue(symbol, out string? name) ? _byName[name] : _usual(symbol);

    private ITradingCalendar Find(string name, string key)
    {
        if (_byName.TryGetValue(name, out ITradingCalendar? known))
            return known;
        if (name.EndsWith(FileExtension, StringComparison.OrdinalIgnoreCase))
            return _byName[name] = Read(name, key);
        if (!Tables.TryGetValue(name, out Func<string, CalendarTable>? table))
        {
            throw new InputException(new InputError(
                "unknown_calendar", $"'{name}' is not a calendar; expected one of {string.Join(", ", Names)}.")
            {
                Position = _options.Position,
                Key = key,
                Fix = $"{Guess(name)}Exchanges are named by their market identifier code (ISO 10383). With none, every day is a trading day. "
                    + "For any other calendar, name a file of your own: calendar: my-exchange.json.",
            });
        }

        return _byName[name] = new ExchangeCalendar(table(name));
    }

    private static string Guess(string name) =>
        (CommonNames.GetValueOrDefault(name) ?? NearestName.Find(name, Names)) is { } meant ? $"Did you mean '{meant}'? " : "";

    private ExchangeCalendar Read(string name, string key)
    {
        string path = Path.Combine(_options.BaseDirectory, name).Replace('\\', '/');
        try
        {
            CalendarTable table = CalendarFile.Read(SmallFile.ReadText(path));
            if (Names.Contains(table.Name, StringComparer.Ordinal))
                throw new FormatException($"'{table.Name}' is the name of an existing calendar; choose another");
            return new ExchangeCalendar(table);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputError("bad_calendar", $"the file is not a calendar: {exception.Message}")
            {
                Position = new SourcePosition(path),
                Key = key,
                Fix = "A calendar is a JSON file like {\"name\": \"XKRX\", \"timeZone\": \"Asia/Seoul\", \"from\": \"2020-01-01\", "
                    + "\"to\": \"2025-12-31\", \"hours\": {\"weekdays\": \"09:00-15:30\"}, \"closed\": [\"2020-01-27\"]}.",
            });
        }
    }
}
