using System.Globalization;

namespace Backtest.Data.Lean;

/// <summary>The layout of a LEAN data folder, for one market and one length of bars.</summary>
internal sealed class LeanFolder
{
    private const string ZipExtension = ".zip";
    private const string DateFormat = "yyyyMMdd";

    private readonly string _market;
    private readonly string _suffix;
    private readonly bool _hasQuotesBeside;

    /// <summary>Describes the folder of a market.</summary>
    /// <param name="root">The data folder.</param>
    /// <param name="bars">The bars to read.</param>
    /// <param name="resolution">The folder of the bars' length.</param>
    public LeanFolder(string root, LeanChoice bars, string resolution)
    {
        Root = root;
        _market = $"{root}/{bars.Asset}/{bars.Market}";
        Bars = $"{_market}/{resolution}";
        HasFilePerDay = resolution is "minute" or "second";

        _hasQuotesBeside = bars.HasQuotesBeside;

        // Names of daily and hourly files say what they contain only where both kinds may exist.
        _suffix = !HasFilePerDay && bars.Asset != "crypto" ? "" : $"_{bars.Kind}";
    }

    /// <summary>The data folder.</summary>
    public string Root { get; }

    /// <summary>The folder of the bars.</summary>
    public string Bars { get; }

    /// <summary>Whether each day has a file of its own.</summary>
    public bool HasFilePerDay { get; }

    /// <summary>The file of trading hours and holidays.</summary>
    public string MarketHours => $"{Root}/market-hours/market-hours-database.json";

    /// <summary>The optional file of a symbol's former tickers.</summary>
    public string MapFile(string symbol) => $"{_market}/map_files/{Ticker(symbol)}.csv";

    /// <summary>The optional file of a symbol's splits and dividends.</summary>
    public string FactorFile(string symbol) => $"{_market}/factor_files/{Ticker(symbol)}.csv";

    /// <summary>A symbol as LEAN writes it in file names.</summary>
    public static string Ticker(string symbol) => symbol.ToLowerInvariant();

    /// <summary>All symbols that have bars, in ordinal order.</summary>
    public IReadOnlyList<string> FindSymbols()
    {
        if (!Directory.Exists(Bars))
            return [];
        IEnumerable<string> names = HasFilePerDay
            ? Directory.EnumerateDirectories(Bars).Select(folder => Path.GetFileName(folder)!)
            : Directory.EnumerateFiles(Bars, $"*{_suffix}{ZipExtension}")
                .Select(file => Path.GetFileName(file)[..^(_suffix.Length + ZipExtension.Length)]);
        return [.. names.Select(name => name.ToUpperInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>The files with bars of a ticker, by date.</summary>
    /// <param name="ticker">The ticker, with its days.</param>
    /// <param name="slack">How many days the date of a file may differ from the trading days in it.</param>
    public IReadOnlyList<LeanPart> FindParts(LeanTicker ticker, int slack)
    {
        if (HasFilePerDay)
            return FindDays(ticker, slack);
        string file = $"{Bars}/{ticker.Ticker}{_suffix}{ZipExtension}";
        return File.Exists(file) ? [new LeanPart(file, $"{ticker.Ticker}.csv", Date: null, ticker)] : [];
    }

    private LeanPart[] FindDays(LeanTicker ticker, int slack)
    {
        string folder = $"{Bars}/{ticker.Ticker}";
        if (!Directory.Exists(folder))
            return [];
        return
        [
            .. Directory.EnumerateFiles(folder, $"*{_suffix}{ZipExtension}")
                .Select(file => Path.GetFileName(file)!)
                .Order(StringComparer.Ordinal)
                .Select(name => (Name: name, Date: DateOf(name)))
                .Where(file => file.Date?.DayNumber >= ticker.FirstDay - slack && file.Date?.DayNumber <= ticker.LastDay + slack)
                .Select(file => new LeanPart($"{folder}/{file.Name}", EntryOf(file.Name, ticker, _suffix), file.Date, ticker)
                {
                    Quotes = QuotesBeside(folder, file.Name, file.Date, ticker),
                }),
        ];
    }

    private LeanPart? QuotesBeside(string folder, string name, DateOnly? date, LeanTicker ticker)
    {
        const string Suffix = $"_{LeanChoice.Quote}";
        string file = $"{folder}/{name[..DateFormat.Length]}{Suffix}{ZipExtension}";
        return _hasQuotesBeside && File.Exists(file) ? new LeanPart(file, EntryOf(name, ticker, Suffix), date, ticker) : null;
    }

    private string EntryOf(string name, LeanTicker ticker, string suffix) =>
        $"{name[..DateFormat.Length]}_{ticker.Ticker}_{Path.GetFileName(Bars)}{suffix}.csv";

    private DateOnly? DateOf(string name) => DateOnly.TryParseExact(
        name.AsSpan(0, Math.Max(0, name.Length - _suffix.Length - ZipExtension.Length)),
        DateFormat,
        CultureInfo.InvariantCulture,
        DateTimeStyles.None,
        out DateOnly date)
        ? date
        : null;
}
