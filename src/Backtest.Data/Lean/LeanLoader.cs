using Backtest.Data.Calendars;
using Backtest.Data.Options;
using Backtest.Data.Rows;
using Backtest.Data.Time;

namespace Backtest.Data.Lean;

/// <summary>
/// Finds bars in a data folder of QuantConnect LEAN, in the layout its repository documents: zips by market, length and symbol, map files of former
/// tickers, factor files of splits and dividends, and a database of trading hours.
/// </summary>
internal sealed class LeanLoader
{
    private readonly BarSourceOptions.Lean _options;
    private readonly LeanChoice _bars;
    private readonly LeanFolder _folder;
    private const int MostSymbols = 5;

    private readonly LeanFiles _files = new();
    private readonly List<InputError> _errors = [];

    /// <exception cref="InputException">The folder does not exist, or has no such bars.</exception>
    public LeanLoader(BarSourceOptions.Lean options)
    {
        // LEAN ignores case: its file names are lowercase, its symbols uppercase.
        _options = options = options with
        {
            Symbols = [.. options.Symbols.Select(symbol => symbol.ToUpperInvariant()).Distinct(StringComparer.Ordinal)],
            Calendars = options.Calendars.GroupBy(pair => pair.Key.ToUpperInvariant(), StringComparer.Ordinal)
                .ToDictionary(pair => pair.Key, pair => pair.Last().Value, StringComparer.Ordinal),
        };
        _bars = LeanChoice.Of(options);
        if (string.IsNullOrWhiteSpace(options.Path))
            throw Error("missing_path", "path", "a lean source needs the path of a data folder.", "Write, for example, path: ../Lean/Data.");
        string root = Path.Combine(options.BaseDirectory, options.Path).Replace('\\', '/').TrimEnd('/');
        if (!Directory.Exists(root))
            throw Error("missing_file", "path", $"there is no folder {root}.", "Name the folder that contains equity and market-hours.");
        _folder = new LeanFolder(root, _bars, Resolution(options));
    }

    /// <summary>The files that bars would be read from, in ordinal order.</summary>
    public IReadOnlyList<string> FindFiles() =>
        [.. Symbols().SelectMany(symbol => FindParts(symbol, slack: 1)).SelectMany(part => new[] { part, part.Quotes }).OfType<LeanPart>()
            .Select(part => part.Path).Order(StringComparer.Ordinal)];

    /// <summary>Finds everything to read.</summary>
    /// <param name="rows">Called for each invalid row, or <see langword="null"/> to ignore them.</param>
    /// <exception cref="InputException">A requested symbol is missing, or a file is invalid.</exception>
    public IBarSource Load(IRowLog? rows)
    {
        LeanHoursDatabase hours = LeanHoursDatabase.Read(_bars, _folder.MarketHours, _files.Read(_folder.MarketHours));
        Dictionary<string, ITradingCalendar> calendars = [];
        TradingCalendars named = new(
            _options, _options.Calendar, Zone(hours.Find("").DataTimeZone), symbol => Calendar(hours.Find(symbol), calendars));
        List<LeanSymbol> symbols = [.. Symbols().Select(symbol => Find(symbol, hours, named)).OfType<LeanSymbol>()];
        if (symbols.Count == 0 && _errors.Count == 0)
            _errors.Add(_options.Error(
                "no_bars",
                "path",
                $"{_folder.Bars} has no {_bars.Kind} bars on the requested days.",
                "Check that data.asset, data.market, data.kind and data.timeframe name an existing folder."));
        if (_errors.Count > 0)
            throw new InputException(_errors);
        return new LeanBarSource(_options, _bars, symbols, [.. Actions(symbols)], _files, [.. Warnings(symbols)], rows);
    }

    private IEnumerable<string> Symbols() =>
        _options.Symbols.Count > 0 ? _options.Symbols.Distinct(StringComparer.Ordinal) : _folder.FindSymbols();

    private LeanSymbol? Find(string symbol, LeanHoursDatabase hours, TradingCalendars calendars)
    {
        LeanHours own = hours.Find(symbol);
        ITradingCalendar calendar = calendars.Of(symbol);
        DataZone zone = Zone(own.DataTimeZone);
        int slack = own.DataTimeZone == own.Table.TimeZone ? 0 : 1;
        IReadOnlyList<LeanPart> parts = FindParts(symbol, slack);
        if (parts.Count > 0)
            return new LeanSymbol(symbol, parts, calendar, Placement(calendar, zone), zone) { Scale = Scale(symbol) };
        if (_options.Symbols.Count > 0)
            _errors.Add(_options.Error(
                "missing_symbol",
                "symbols",
                $"{_folder.Bars} has no {_bars.Kind} bars of {symbol} on the requested days.",
                "Check the symbol, data.start and data.end."));
        return null;
    }

    private IReadOnlyList<LeanPart> FindParts(string symbol, int slack)
    {
        string path = _folder.MapFile(symbol);
        IReadOnlyList<LeanTicker> tickers = LeanTicker.Read(path, _files.ReadLines(path));
        return
        [
            .. (tickers.Count > 0 ? tickers : [LeanTicker.Always(symbol)])
                .Select(ticker => ticker.Within(_options.Start, _options.End))
                .Where(ticker => ticker.FirstDay <= ticker.LastDay)
                .SelectMany(ticker => _folder.FindParts(ticker, slack)),
        ];
    }

    private IReadOnlyList<AdjustmentStep> Scale(string symbol)
    {
        string path = _folder.FactorFile(symbol);
        return _options.Adjustment == PriceAdjustment.AsSource ? LeanFactors.Scale(path, _files.ReadLines(path)) : [];
    }

    /// <summary>Warns of symbols without a file of splits and dividends.</summary>
    private IEnumerable<DataWarning> Warnings(IReadOnlyList<LeanSymbol> symbols)
    {
        string[] without = [.. symbols.Select(symbol => symbol.Symbol).Where(symbol => !File.Exists(_folder.FactorFile(symbol)))];
        if (without.Length == 0 || _options.Asset != LeanAsset.Equity || _options.Actions is not null)
            yield break;
        string some = string.Join(", ", without.Take(MostSymbols));
        string more = without.Length > MostSymbols ? FormattableString.Invariant($" and {without.Length - MostSymbols} more") : "";
        yield return new DataWarning(
            "missing_factors",
            $"the folder has no factor file of {some}{more}: their prices are unadjusted, and no split or dividend is known",
            "Add factor files to factor_files, or set data.actions to a file of splits and dividends.");
    }

    private IEnumerable<CorporateAction> Actions(IEnumerable<LeanSymbol> symbols) => symbols
        .SelectMany(symbol => LeanFactors.Read(
            symbol.Symbol,
            _folder.FactorFile(symbol.Symbol),
            _files.ReadLines(_folder.FactorFile(symbol.Symbol)),
            _options.Dividends,
            _options.Splits,
            day => NextSession(symbol.Calendar, day)))
        .OrderBy(action => action.Day)
        .ThenBy(action => action.Symbol, StringComparer.Ordinal);

    private ITradingCalendar Calendar(LeanHours hours, Dictionary<string, ITradingCalendar> calendars)
    {
        // Daily bars in another zone than the exchange's belong to that zone's dates, whatever the exchange counts as a day.
        if (calendars.TryGetValue(hours.Table.Name, out ITradingCalendar? calendar))
            return calendar;
        bool isOfDates = _options.Timeframe.Unit == 'd' && hours.DataTimeZone != hours.Table.TimeZone;
        return calendars[hours.Table.Name] = isOfDates ? new ZoneCalendar(Zone(hours.DataTimeZone)) : new ExchangeCalendar(hours.Table);
    }

    private IBarPlacement Placement(ITradingCalendar calendar, DataZone zone)
    {
        if (calendar is not ExchangeCalendar exchange)
            return new ZonePlacement(_options.Timeframe, zone, isStampedAtEnd: false);
        ExchangePlacement placement = new(
            _options.Timeframe, exchange, _options.Session ?? SessionHours.Regular, isStampedAtEnd: false);
        return _options.Timeframe.Unit == 'h' ? new LeanHourPlacement(exchange, placement) : placement;
    }

    private static int NextSession(ITradingCalendar calendar, int day)
    {
        int next = day + 1;
        while (next < day + 14 && calendar.Session(next) is null)
            next++;
        return next;
    }

    private DataZone Zone(string id) => DataZone.Find(id) ?? throw new InputException(
        new InputError("bad_market_hours", $"'{id}' is not a time zone; expected an IANA id") { Position = new SourcePosition(_folder.MarketHours) });

    private string Resolution(BarSourceOptions.Lean options) => options.Timeframe switch
    {
        (1, 's') => "second",
        (1, 'm') => "minute",
        (1, 'h') => "hour",
        (1, 'd') => "daily",
        _ => throw Error(
            "unknown_value", "timeframe", $"a LEAN folder has no bars of {options.Timeframe}.", "Use 1s, 1m, 1h or 1d."),
    };

    private InputException Error(string code, string key, string message, string fix) => new(_options.Error(code, key, message, fix));
}
