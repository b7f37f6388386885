using System.Collections.Frozen;

namespace Backtest.Data.Csv.Recognition;

/// <summary>The usual headers of each column, in ranks: a header of a lower rank is used only if there is none of a higher rank.</summary>
internal static class ColumnNames
{
    /// <summary>All columns, in the order they are listed in.</summary>
    public static readonly string[] Columns =
        ["time", "open", "high", "low", "close", "volume", "symbol", "bid", "bid_open", "bid_high", "bid_low", "ask", "ask_open", "ask_high", "ask_low"];

    /// <summary>Headers of dates that may have a separate column of times of day.</summary>
    public static readonly string[] Dates = ["date", "dtyyyymmdd", "datum", "trade date", "fecha", "data", "дата"];

    /// <summary>Headers of times of day beside dates.</summary>
    public static readonly string[] TimesOfDay = ["time", "timestamp", "uhrzeit", "hora", "heure", "ora", "czas", "время", "time of day"];

    /// <summary>Headers of the index that programs write first.</summary>
    public static readonly string[] Indexes = ["", "unnamed: 0", "index"];

    private static readonly FrozenDictionary<string, string[][]> Ranks = new Dictionary<string, string[][]>
    {
        ["time"] =
        [
            ["time", "date", "datetime", "timestamp"],
            [
                "date time", "date/time", "date-time", "gmt time", "local time", "open time", "trade date", "trading date", "tradedate", "traddt",
                "bizdt", "business date", "observation date", "as of date", "ts event", "window start", "start", "start time", "begin", "bar time",
                "date1", "dtyyyymmdd", "datum", "fecha", "data", "дата", "tarih", "日期", "日付", "日付け", "날짜",
            ],
            ["unix", "unix timestamp", "unix time", "unixtime", "epoch", "ts", "t"],
        ],
        ["open"] =
        [
            ["open"],
            [
                "open price", "opening price", "opnpric", "px open", "eröffnung", "eroeffnung", "eröffn", "erster", "apertura", "abertura", "ouverture",
                "ouv", "otwarcie", "откр", "açılış", "开盘", "始値", "시가", "o",
            ],
        ],
        ["high"] =
        [
            ["high"],
            [
                "high price", "hghpric", "px high", "hoch", "hoog", "máximo", "maximo", "massimo", "máxima", "maxima", "plus haut", "haut", "max",
                "najwyzszy", "najwyższy", "макс", "yüksek", "高", "最高", "高値", "고가", "h",
            ],
        ],
        ["low"] =
        [
            ["low"],
            [
                "low price", "lwpric", "px low", "tief", "laag", "mínimo", "minimo", "mínima", "minima", "plus bas", "bas", "min", "najnizszy",
                "najniższy", "мин", "düşük", "低", "最低", "安値", "저가", "l",
            ],
        ],
        ["close"] =
        [
            ["close"],
            [
                "close/last", "close price", "closing price", "clspric", "last", "last price", "px last", "schluss", "schlusskurs", "zuletzt", "laatste",
                "cierre", "fechamento", "clôture", "cloture", "clot", "dernier", "último", "ultimo", "zamkniecie", "zamknięcie", "ostatnio", "цена",
                "şimdi", "收盘", "終値", "종가", "c",
            ],
            ["price"],
        ],
        ["volume"] =
        [
            ["volume"],
            ["stück", "stücke", "stueck", "stuecke"], // for a file that also has the traded value, under Volumen
            [
                "vol", "real volume", "total volume", "trade volume", "traded volume", "shares traded", "tottrdqty", "ttl trd qnty", "ttltradgvol",
                "total traded quantity", "px volume", "volumen", "wolumen", "wol", "объём", "объем", "hac", "成交量", "交易量", "出来高", "거래량", "v",
            ],
            ["tickvol", "tick volume", "tick vol"],
        ],
        ["symbol"] = [["symbol"], ["ticker", "ric", "sym", "tckrsymb", "act symbol", "tradingsymbol", "trading symbol"]],
        ["bid"] = [["bid close", "close bid", "bidclose", "closebid"], ["bid"], ["bid price", "best bid", "bid px"]],
        ["bid_open"] = [["bid open", "open bid", "bidopen", "openbid"]],
        ["bid_high"] = [["bid high", "high bid", "bidhigh", "highbid"]],
        ["bid_low"] = [["bid low", "low bid", "bidlow", "lowbid"]],
        ["ask"] = [["ask close", "close ask", "askclose", "closeask"], ["ask"], ["ask price", "best ask", "ask px", "offer"]],
        ["ask_open"] = [["ask open", "open ask", "askopen", "openask"]],
        ["ask_high"] = [["ask high", "high ask", "askhigh", "highask"]],
        ["ask_low"] = [["ask low", "low ask", "asklow", "lowask"]],
    }.ToFrozenDictionary();

    // Headers that may name the symbol of a row, but also something else about it.
    private static readonly FrozenSet<string> LikeSymbols =
        FrozenSet.ToFrozenSet(["name", "code", "instrument", "pair", "isin", "cusip", "sedol", "figi", "permno", "asset", "contract", "security", "stock", "market"]);

    // Currencies in which a pair is priced; a volume in one of them is not in units of the traded asset.
    private static readonly FrozenSet<string> Money =
        FrozenSet.ToFrozenSet(["usd", "eur", "gbp", "jpy", "krw", "usdt", "usdc", "busd", "dai", "tusd", "try", "brl", "quote", "value", "currency"]);

    /// <summary>The usual headers of a column, by rank.</summary>
    public static string[][] Of(string column) => Ranks[column];

    /// <summary>A header normalized for comparison: lowercase, with single spaces, without the signs some programs put around it.</summary>
    public static string Normalize(string header)
    {
        string plain = header.Trim().Trim('<', '>', '#', '"', '\'', '.', '*').ToLowerInvariant();
        return string.Join(' ', plain.Split([' ', '_', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Whether a header may name a column of symbols.</summary>
    public static bool IsLikeSymbol(string normalized) => LikeSymbols.Contains(normalized) || Array.Exists(Ranks["symbol"], rank => rank.Contains(normalized));

    /// <summary>Whether a header may name a column of volumes.</summary>
    public static bool IsLikeVolume(string normalized) => normalized.Contains("vol", StringComparison.Ordinal)
        || normalized.Contains("qty", StringComparison.Ordinal) || normalized.Contains("quantity", StringComparison.Ordinal);

    /// <summary>Whether a header names volumes in units of the traded asset: <c>Volume BTC</c>, not <c>Volume USD</c>.</summary>
    public static bool IsVolumeOfUnits(string normalized) =>
        normalized.StartsWith("volume ", StringComparison.Ordinal) && normalized["volume ".Length..].Trim('(', ')') is var unit
        && !unit.Contains(' ', StringComparison.Ordinal) && !Money.Contains(unit);
}
