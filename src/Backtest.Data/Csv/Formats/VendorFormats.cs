using System.Text.RegularExpressions;
using Backtest.Data.Csv.Recognition;

namespace Backtest.Data.Csv.Formats;

/// <summary>The known formats, one entry each.</summary>
internal static partial class VendorFormats
{
    private static readonly string[] Bars = ["open", "high", "low", "close", "volume"];

    private static readonly string[] Binance =
    [
        "open_time", .. Bars, "close_time", "quote_volume", "count", "taker_buy_volume", "taker_buy_quote_volume", "ignore",
    ];

    /// <summary>All formats, by word.</summary>
    public static IReadOnlyList<VendorFormat> All { get; } =
    [
        new("alpha_vantage", "Alpha Vantage")
        {
            Signatures = [["timestamp", "adjusted close", "dividend amount"]],
        },
        new("binance", "Binance")
        {
            Signatures = [["open time", "close time", "taker buy volume"]],
            Headerless = [new(Binance, BinanceRow())],
        },
        new("coinbase", "Coinbase")
        {
            Headerless = [new(["time", "low", "high", "open", "close", "volume"], CoinbaseRow())],
        },
        new("crypto_data_download", "CryptoDataDownload")
        {
            Signatures = [["unix", "date", "symbol"]],
        },
        new("databento", "Databento")
        {
            Signatures = [["ts event", "rtype", "publisher id"]],
            Columns = new Dictionary<string, string> { ["time"] = "ts_event" },
            WholePriceScale = 1e-9,
        },
        new("dukascopy", "Dukascopy")
        {
            Signatures = [["gmt time"], ["local time"]],
            IsMonthFirst = false,
        },
        new("finam", "Finam")
        {
            Signatures = [["ticker", "per", "date", "time", "vol"]],
            TimeZone = "Europe/Moscow",
        },
        new("firstrate", "FirstRate Data")
        {
            Headerless = [new(["time", .. Bars], Start: null)],
            TimeZone = "America/New_York",
        },
        new("histdata", "HistData")
        {
            Headerless = [new(["time", .. Bars], HistDataRow(), ';')], // like NinjaTrader's, but without volumes
            TimeZone = "Etc/GMT+5",
        },
        new("interactive_brokers", "Interactive Brokers")
        {
            Signatures = [["date", "average", "barcount"]],
        },
        new("investing", "Investing.com")
        {
            Signatures = [["date", "price", "open", "high", "low", "change %"]],
        },
        new("kibot", "Kibot")
        {
            Headerless =
            [
                new(["date", "time", .. Bars], KibotMinute()),
                new(["date", .. Bars], KibotDay()),
            ],
            IsMonthFirst = true,
            TimeZone = "America/New_York",
        },
        new("kraken", "Kraken")
        {
            Headerless = [new(["time", .. Bars, "trades"], KrakenRow())],
        },
        new("metatrader", "MetaTrader")
        {
            Signatures = [["date", "tickvol", "spread"]],
            Headerless = [new(["date", "time", .. Bars], MetaTraderRow())],
        },
        new("nasdaq", "Nasdaq")
        {
            Signatures = [["date", "close/last"]],
            IsMonthFirst = true,
        },
        new("nse", "National Stock Exchange of India")
        {
            Signatures = [["symbol", "series", "tottrdqty"]],
            Columns = new Dictionary<string, string> { ["time"] = "TIMESTAMP" },
            TimeZone = "Asia/Kolkata",
        },
        new("polygon", "Polygon")
        {
            Signatures = [["ticker", "window start", "transactions"]],
        },
        new("stooq", "Stooq")
        {
            Signatures = [["ticker", "per", "date", "time", "vol", "openint"]],
        },
        new("tiingo", "Tiingo")
        {
            Signatures = [["date", "adjclose", "divcash", "splitfactor"]],
        },
        new("tradingview", "TradingView")
        {
            Columns = new Dictionary<string, string> { ["time"] = "time" },
        },
        new("yahoo", "Yahoo Finance")
        {
            Signatures = [["date", "adj close", "volume"], ["date", "volume", "dividends", "stock splits"]],
        },
    ];

    /// <summary>The values of <c>data.format</c>.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. All.Select(format => format.Word)];

    /// <summary>The format of a word, or <see langword="null"/> if there is none.</summary>
    public static VendorFormat? Find(string word) => All.FirstOrDefault(format => format.Word == word);

    /// <summary>The format that alone has these headers, or <see langword="null"/> if there is none.</summary>
    public static VendorFormat? Recognize(IReadOnlyList<string> headers)
    {
        HashSet<string> names = [.. headers.Select(ColumnNames.Normalize)];
        return All.SelectMany(format => format.Signatures, (format, signature) => (Format: format, Signature: signature))
            .Where(one => one.Signature.All(names.Contains)).OrderByDescending(one => one.Signature.Length).FirstOrDefault().Format;
    }

    /// <summary>The formats whose files without a header line have such rows.</summary>
    public static IReadOnlyList<(VendorFormat Format, HeaderlessForm Form)> Recognize(IReadOnlyList<StartRow> rows, char separator) =>
    [
        .. All.SelectMany(format => format.Headerless, (format, form) => (format, form))
            .Where(one => one.form.Start is { } start && one.form.Separator == separator && one.form.Fits(rows) && one.form.IsToldByPrices(rows)
                && rows.All(row => start.IsMatch(string.Join(' ', row.Fields)))),
    ];

    // No row can match in two ways: the text between blanks contains none.
    [GeneratedRegex(@"^1\d{12}(\d{3})? \S+ \S+ \S+ \S+ \S+ 1\d{12}(\d{3})? \S+ \d+ \S+ \S+ \S+$", RegexOptions.CultureInvariant)]
    private static partial Regex BinanceRow();

    [GeneratedRegex(@"^1\d{9} [\d.]+ [\d.]+ [\d.]+ [\d.]+ [\d.]+$", RegexOptions.CultureInvariant)]
    private static partial Regex CoinbaseRow();

    [GeneratedRegex(@"^\d{8} \d{6} [\d.]+ [\d.]+ [\d.]+ [\d.]+ 0$", RegexOptions.CultureInvariant)]
    private static partial Regex HistDataRow();

    [GeneratedRegex(@"^\d\d/\d\d/\d{4} \d\d:\d\d [\d.]+ [\d.]+ [\d.]+ [\d.]+ [\d.]+$", RegexOptions.CultureInvariant)]
    private static partial Regex KibotMinute();

    [GeneratedRegex(@"^\d\d/\d\d/\d{4} [\d.]+ [\d.]+ [\d.]+ [\d.]+ [\d.]+$", RegexOptions.CultureInvariant)]
    private static partial Regex KibotDay();

    [GeneratedRegex(@"^1\d{9} [\d.]+ [\d.]+ [\d.]+ [\d.]+ [\d.]+ \d+$", RegexOptions.CultureInvariant)]
    private static partial Regex KrakenRow();

    [GeneratedRegex(@"^\d{4}\.\d\d\.\d\d \d\d:\d\d [\d.]+ [\d.]+ [\d.]+ [\d.]+ [\d.]+$", RegexOptions.CultureInvariant)]
    private static partial Regex MetaTraderRow();
}
