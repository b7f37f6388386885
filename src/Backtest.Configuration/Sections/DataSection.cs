using System.Collections.ObjectModel;
using Backtest.Abstractions.Runtime;
using Backtest.Configuration.Keys;

namespace Backtest.Configuration.Sections;

/// <summary><c>data</c>: which bars to read.</summary>
internal static class DataSection
{
    private const string Csv = "csv";
    private const string Catalog = "catalog";
    private const string Lean = "lean";
    private const string Synthetic = "synthetic";

    private static readonly Key<DataPart, string> Source = new(
        "source",
        new SourceKind(Csv, Catalog, Lean, Synthetic),
        data => data.Options.Source,
        "Where bars come from; or the id of a bar source plugin.")
    {
        Default = Csv,
    };

    private static readonly Key<DataPart, string?> Path = new(
        "path",
        Kinds.Text!,
        data => data.Options.Path,
        "A file, a folder or a glob; \"{symbol}\" stands for each symbol; of catalog and lean, the folder. Relative to the run file.");

    private static readonly Key<DataPart, IReadOnlyList<string>> Symbols =
        new("symbols", Kinds.Texts, data => data.Options.Symbols, "The symbols wanted; all that the data holds, unless given.")
        {
            Default = [],
        };

    private static readonly Key<DataPart, Timeframe?> Timeframe = new(
        "timeframe",
        Kinds.Maybe(Kinds.Timeframe),
        data => data.Options.HasEveryTimeframe ? null : data.Options.Timeframe,
        "The length of the bars; of a catalog every length it has, unless given.")
    {
        Default = Backtest.Timeframe.Day,
    };

    private static readonly Key<DataPart, DateOnly?> Start =
        new("start", Kinds.Maybe(Kinds.Date), data => data.Options.Start, "The first day, in the data's time zone.");

    private static readonly Key<DataPart, DateOnly?> End =
        new("end", Kinds.Maybe(Kinds.Date), data => data.Options.End, "The last day, in the data's time zone, wholly included.");

    private static readonly Key<DataPart, DateOnly?> TradeFrom =
        new("trade_from", Kinds.Maybe(Kinds.Date), data => data.TradeFrom, "Earlier bars only warm up and train.");

    private static readonly Key<DataPart, string> TimeZone =
        new("timezone", Kinds.TimeZone, data => data.Options.TimeZone, "The zone of days, and of times that name none: an IANA id.")
        {
            Default = "UTC",
        };

    private static readonly Key<DataPart, bool> Stamp = new(
        "stamp",
        new ChoiceKind<bool>(("start", false), ("end", true)),
        data => data.Options.IsStampedAtEnd,
        "What the file's time means for a bar.");

    private static readonly Key<DataPart, string?> DateFormat = new(
        "date_format",
        Kinds.Text!,
        data => data.Options.DateFormat,
        "How times are written, such as dd/MM/yyyy HH:mm, where they cannot be recognized.");

    private static readonly Key<DataPart, char?> Separator = new(
        "separator",
        new ChoiceKind<char?>(("comma", ','), ("semicolon", ';'), ("tab", '\t'), ("pipe", '|')),
        data => data.Options.Separator,
        "What stands between fields; recognized, unless given.");

    private static readonly Key<DataPart, bool> Decimal = new(
        "decimal",
        new ChoiceKind<bool>(("point", false), ("comma", true)),
        data => data.Options.HasDecimalComma,
        "What stands before the fraction of a number.");

    private static readonly Key<DataPart, string?> Calendar = new(
        "calendar",
        Kinds.Text!,
        data => data.Options.Calendar,
        "The exchange calendar: XNYS, XNAS, XLON, forex, or none, every day being a trading day; the source's own, unless given.");

    private static readonly Key<DataPart, SessionHours?> Session = new(
        "session",
        new ChoiceKind<SessionHours?>(("all", SessionHours.All), ("regular", SessionHours.Regular), ("extended", SessionHours.Extended)),
        data => data.Options.Session,
        "Which bars of a trading day are wanted; all, of lean regular, unless given.");

    private static readonly Key<DataPart, IReadOnlyDictionary<string, string>> Columns =
        new("columns", ColumnsSection.Kind, data => data.Options.Columns, "Headers, where they are not the usual ones.")
        {
            Default = ReadOnlyDictionary<string, string>.Empty,
        };

    private static readonly Key<DataPart, bool> BadRows = new(
        "bad_rows",
        new ChoiceKind<bool>(("fail", false), ("skip", true)),
        data => data.Options.SkipsBadRows,
        "What becomes of rows that are no bars.");

    private static readonly Key<DataPart, string?> Actions = new(
        "actions",
        Kinds.Text!,
        data => data.Options.Actions,
        "A CSV file of splits and dividends: symbol, date, type, value. Relative to the run file.");

    private static readonly Key<DataPart, PriceAdjustment> Adjustment = new(
        "adjustment",
        new ChoiceKind<PriceAdjustment>(("none", PriceAdjustment.None), ("splits", PriceAdjustment.Splits), ("all", PriceAdjustment.All)),
        data => data.Options.Adjustment,
        "Which of them prices are adjusted for; the run applies the others as they happen.");

    private static readonly Key<DataPart, ParameterMap?> Parameters = new(
        "parameters",
        new ParametersKind()!,
        data => data.Options.Parameters.Entries.Count > 0 ? data.Options.Parameters : null,
        "The parameters of a bar source plugin.");

    /// <summary>The keys only some sources have.</summary>
    private static readonly (string[] Sources, IReadOnlyList<IKey<DataPart>> Keys)[] Owned =
    [
        ([Csv, Lean], [BadRows, Calendar, Session]),
        ([Csv], [Stamp, DateFormat, Separator, Decimal, Columns]),
        ([Lean], LeanKeys.All),
        ([Synthetic], SyntheticKeys.All),
    ];

    /// <summary>The section.</summary>
    public static ValueKind<DataPart> Kind { get; } = new ObjectKind<DataPart>(
        [
            Source, Path, Symbols, Timeframe, Start, End, TradeFrom, TimeZone, Actions, Adjustment, Parameters,
            .. Owned.SelectMany(owned => owned.Keys),
        ],
        Build)
    {
        Definition = "source",
        Plugin = PluginKind.BarSource,
        PluginKey = "source",
        Has = (data, key) => HasKey(data.Options.Source, key),
    };

    private static DataPart Build(MapReader map)
    {
        string source = map.Get(Source);
        var options = new BarSourceOptions
        {
            Source = source,
            Path = map.Get(Path),
            Symbols = map.Get(Symbols),
            Timeframe = map.Get(Timeframe) ?? Backtest.Timeframe.Day,
            HasEveryTimeframe = source == Catalog && !map.Has(Timeframe.Name),
            Start = map.Get(Start),
            End = map.Get(End),
            TimeZone = map.Get(TimeZone),
            IsStampedAtEnd = map.Get(Stamp),
            DateFormat = map.Get(DateFormat),
            Separator = map.Get(Separator),
            HasDecimalComma = map.Get(Decimal),
            Calendar = map.Get(Calendar),
            Session = map.Get(Session),
            Columns = map.Get(Columns),
            SkipsBadRows = map.Get(BadRows),
            Actions = map.Get(Actions),
            Adjustment = map.Get(Adjustment),
            Synthetic = source == Synthetic ? SyntheticKeys.Read(map) : null,
            Lean = source == Lean ? LeanKeys.Read(map) : null,
            Parameters = map.Get(Parameters) ?? ParameterMap.Empty,
            Key = map.Path,
            Position = map.Position,
        };
        var data = new DataPart(options, map.Get(TradeFrom), source == Synthetic ? SyntheticKeys.ReadSeed(map) : null);
        CheckSource(map, source);
        CheckDays(map, data);
        if (options.Adjustment != PriceAdjustment.None && options.Actions is null && source is (Csv or Synthetic))
            map.Error(
                Adjustment.Name,
                "missing_key",
                $"a {source} source knows no splits or dividends to adjust prices for.",
                "Name a file of them: actions: actions.csv.");
        foreach (string symbol in options.Symbols.GroupBy(symbol => symbol).Where(group => group.Count() > 1).Select(group => group.Key))
            map.Error(Symbols.Name, "duplicate_symbol", $"'{symbol}' stands there twice.", "Name each symbol once.");
        return data;
    }

    private static bool IsPlugin(string source) => source is not (Csv or Catalog or Lean or Synthetic);

    private static bool HasKey(string source, IKey<DataPart> key)
    {
        if (key == TimeZone)
            return source is not (Catalog or Lean);
        return (key == Calendar && IsPlugin(source)) || Owned.All(owned => owned.Sources.Contains(source) || !owned.Keys.Contains(key));
    }

    private static (string What, string Example)? PathNeeded(string source) => source switch
    {
        Csv => ("a csv source needs a file, a folder or a glob", "data/spx.csv"),
        Catalog => ("a catalog needs its folder", "catalog"),
        Lean => ("a lean source needs a data folder", "../Lean/Data"),
        _ => null,
    };

    private static void CheckSource(MapReader map, string source)
    {
        if (PathNeeded(source) is { } needed && !map.Has(Path.Name))
            map.Error(Path.Name, "missing_key", $"'path' is missing: {needed.What}.", $"Write for instance path: {needed.Example}.");
        if (source == Catalog && map.Has(TimeZone.Name))
            map.Error(TimeZone.Name, "misplaced_key", "a catalog keeps the zone its bars were imported with.", "Take it away.");
        if (source == Synthetic && map.Has(Path.Name))
            Misplaced(map, Path.Name, [Csv, Catalog, Lean], source);
        if (source == Lean && map.Has(TimeZone.Name))
            Misplaced(map, TimeZone.Name, [Csv, Synthetic], source);
        foreach ((string[] owners, IReadOnlyList<IKey<DataPart>> keys) in Owned.Where(owned => !owned.Sources.Contains(source)))
        {
            foreach (IKey<DataPart> key in keys.Where(key => map.Has(key.Name) && !HasKey(source, key)))
                Misplaced(map, key.Name, owners, source);
        }

        if (!IsPlugin(source) && map.Has(Parameters.Name))
        {
            map.Error(
                Parameters.Name,
                "misplaced_key",
                $"'parameters' belongs to a bar source plugin, and this source is {source}.",
                "Take it away, or write the plugin's id as source.");
        }
    }

    private static void Misplaced(MapReader map, string key, string[] owners, string source) => map.Error(
        key,
        "misplaced_key",
        $"'{key}' belongs to a {string.Join(" or ", owners)} source, and this one is {source}.",
        $"Take it away, or write source: {owners[0]}.");

    private static void CheckDays(MapReader map, DataPart data)
    {
        if (data.Options.Start > data.Options.End)
            map.Error(End.Name, "invalid_value", "the last day is before the first, data.start.", "Put start before end.");
        if (data.TradeFrom > data.Options.End)
            map.Error(TradeFrom.Name, "invalid_value", "trading would begin after the last day, data.end.", "Put trade_from before end.");
    }
}
