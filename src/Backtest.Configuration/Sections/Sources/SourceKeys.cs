using Backtest.Configuration.Keys;

namespace Backtest.Configuration.Sections.Sources;

/// <summary>Keys that several kinds of sources have.</summary>
internal static class SourceKeys
{
    /// <summary>The known exchange calendars, and how to add another.</summary>
    public const string Calendars = "XNYS, XNAS, XTSE, XLON, XETR, XPAR, XTKS, XHKG, XASX, XNSE, CME_equity, forex, 24/7, a JSON file of your own";

    /// <summary>The symbols wanted.</summary>
    public static readonly Key<DataPart, IReadOnlyList<string>> Symbols =
        new("symbols", Kinds.Texts, data => data.Options.Symbols, "The symbols to read. Default: all in the data.")
        {
            Default = [],
            HelpName = "SYMBOL,…",
        };

    /// <summary>The first day.</summary>
    public static readonly Key<DataPart, DateOnly?> Start =
        new("start", Kinds.Maybe(Kinds.Date), data => data.Options.Start, "The first day, in the data's time zone.") { HelpName = "DAY" };

    /// <summary>The last day.</summary>
    public static readonly Key<DataPart, DateOnly?> End =
        new("end", Kinds.Maybe(Kinds.Date), data => data.Options.End, "The last day, inclusive, in the data's time zone.")
        {
            HelpName = "DAY",
        };

    /// <summary>The first day of trading.</summary>
    public static readonly Key<DataPart, DateOnly?> TradeFrom =
        new("trade_from", Kinds.Maybe(Kinds.Date), data => data.TradeFrom, "The first day of trading. Earlier bars are only used for warm-up and training.");

    /// <summary>The file of splits and dividends.</summary>
    public static readonly Key<DataPart, RecordFileKind.RecordFile?> Actions = new(
        "actions",
        new RecordFileKind(),
        data => RecordFileKind.RecordFile.Of(data.Options.Actions, data.Options.ActionsComment),
        "A CSV file of splits and dividends: symbol, date, type, value. Relative to the run file.");

    /// <summary>The corporate actions prices are adjusted for.</summary>
    public static readonly Key<DataPart, PriceAdjustment> Adjustment = new(
        "adjustment",
        new ChoiceKind<PriceAdjustment>(
            ("none", PriceAdjustment.None), ("splits", PriceAdjustment.Splits), ("all", PriceAdjustment.All),
            ("as_source", PriceAdjustment.AsSource)),
        data => data.Options.Adjustment,
        "What prices are adjusted for. The run applies the other actions as they happen. as_source: by the factors of a LEAN folder.");

    /// <summary>The path of a source that requires one.</summary>
    /// <param name="get">The source's path.</param>
    /// <param name="description">What it may be.</param>
    /// <param name="reason">Why it must be there.</param>
    /// <param name="example">A path.</param>
    public static Key<DataPart, string> Path(Func<DataPart, string> get, string description, string reason, string example) =>
        new("path", Kinds.Text, get, description) { IsRequired = true, Need = (reason, example), HelpName = "PATH" };

    /// <summary>The length of the bars.</summary>
    public static Key<DataPart, Timeframe> Timeframe(Func<DataPart, Timeframe> get) =>
        new("timeframe", Kinds.Timeframe, get, "The length of the bars.") { Default = Backtest.Timeframe.Day, HelpName = "LENGTH" };

    /// <summary>The time zone of days and times.</summary>
    public static Key<DataPart, string> TimeZone(Func<DataPart, string> get) =>
        new("timezone", Kinds.TimeZone, get, "The time zone of days, and of times without a zone, as an IANA id.") { Default = "UTC", HelpName = "ZONE" };

    /// <summary>How invalid rows are handled.</summary>
    public static Key<DataPart, bool> BadRows(Func<DataPart, bool> get) =>
        new("bad_rows", new ChoiceKind<bool>(("fail", false), ("skip", true)), get, "What happens to rows that are not valid bars.");

    /// <summary>The exchange calendar.</summary>
    /// <param name="get">The source's calendar.</param>
    /// <param name="usual">Which calendar applies unless the key is given.</param>
    public static Key<DataPart, string?> Calendar(Func<DataPart, string?> get, string usual) => new(
        "calendar",
        Kinds.Text!,
        get,
        $"The exchange calendar: {Calendars}, or none, which makes every day a trading day. Default: {usual}.")
    {
        HelpName = "NAME",
    };

    /// <summary>The bars of a trading day.</summary>
    /// <param name="get">The source's session.</param>
    /// <param name="usual">Which bars are taken unless the key is given.</param>
    public static Key<DataPart, SessionHours?> Session(Func<DataPart, SessionHours?> get, string usual) => new(
        "session",
        new ChoiceKind<SessionHours?>(("all", SessionHours.All), ("regular", SessionHours.Regular), ("extended", SessionHours.Extended)),
        get,
        $"Which bars of a trading day to read. Default: {usual}.");

    /// <summary>Reads the keys that all sources have, and adds it to a source's own options.</summary>
    /// <param name="map">The keys.</param>
    /// <param name="own">The source with its own options.</param>
    /// <param name="knowsActions">Whether the source itself knows splits and dividends, or may.</param>
    public static DataPart Read(MapReader map, BarSourceOptions own, bool knowsActions)
    {
        BarSourceOptions options = own with
        {
            Symbols = map.Get(Symbols),
            Start = map.Get(Start),
            End = map.Get(End),
            Actions = map.Get(Actions)?.Path,
            ActionsComment = map.Get(Actions)?.Comment,
            Adjustment = map.Get(Adjustment),
            Key = map.Path,
            Position = map.Position,
        };
        var data = new DataPart(options, map.Get(TradeFrom));
        CheckDays(map, data);
        if (options.Adjustment is PriceAdjustment.Splits or PriceAdjustment.All && options.Actions is null && !knowsActions)
            map.Error(
                Adjustment.Name,
                "missing_key",
                $"a {options.Source} source has no splits or dividends to adjust prices for.",
                "Name a file that has them: actions: actions.csv.");
        if (options is { Adjustment: PriceAdjustment.AsSource } and not BarSourceOptions.Lean)
            map.Error(
                Adjustment.Name,
                "invalid_value",
                $"a {options.Source} source has no factors of its own; as_source is only for LEAN folders.",
                "Write adjustment: none, splits or all.");
        foreach (string symbol in options.Symbols.GroupBy(symbol => symbol).Where(group => group.Count() > 1).Select(group => group.Key))
            map.Error(Symbols.Name, "duplicate_symbol", $"'{symbol}' appears twice.", "Name each symbol once.");
        return data;
    }

    private static void CheckDays(MapReader map, DataPart data)
    {
        if (data.Options.Start > data.Options.End)
            map.Error(End.Name, "invalid_value", "the last day is before the first, data.start.", "Put start before end.");
        if (data.TradeFrom > data.Options.End)
            map.Error(TradeFrom.Name, "invalid_value", "trading would begin after the last day, data.end.", "Put trade_from before end.");
    }
}
