using System.Collections.ObjectModel;
using Backtest.Configuration.Keys;

namespace Backtest.Configuration.Sections;

/// <summary><c>data</c>: which bars to read.</summary>
internal static class DataSection
{
    private const string Csv = "csv";
    private const string Synthetic = "synthetic";

    private static readonly Key<DataPart, string> Source =
        new("source", new ChoiceKind<string>((Csv, Csv), (Synthetic, Synthetic)), data => data.Options.Source, "Where bars come from.")
        {
            Default = Csv,
        };

    private static readonly Key<DataPart, string?> Path = new(
        "path",
        Kinds.Text!,
        data => data.Options.Path,
        "A file, a folder or a glob; \"{symbol}\" stands for each symbol. Relative to the run file.");

    private static readonly Key<DataPart, IReadOnlyList<string>> Symbols =
        new("symbols", Kinds.Texts, data => data.Options.Symbols, "The symbols wanted; all that the data holds, unless given.")
        {
            Default = [],
        };

    private static readonly Key<DataPart, Timeframe> Timeframe =
        new("timeframe", Kinds.Timeframe, data => data.Options.Timeframe, "The length of the bars.") { Default = Backtest.Timeframe.Day };

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

    /// <summary>The section.</summary>
    public static ValueKind<DataPart> Kind { get; } = new ObjectKind<DataPart>(
        [Source, Path, Symbols, Timeframe, Start, End, TradeFrom, TimeZone, Stamp, Columns, BadRows, Actions, Adjustment, .. SyntheticKeys.All], Build);

    private static DataPart Build(MapReader map)
    {
        string source = map.Get(Source);
        var options = new BarSourceOptions
        {
            Source = source,
            Path = map.Get(Path),
            Symbols = map.Get(Symbols),
            Timeframe = map.Get(Timeframe),
            Start = map.Get(Start),
            End = map.Get(End),
            TimeZone = map.Get(TimeZone),
            IsStampedAtEnd = map.Get(Stamp),
            Columns = map.Get(Columns),
            SkipsBadRows = map.Get(BadRows),
            Actions = map.Get(Actions),
            Adjustment = map.Get(Adjustment),
            Synthetic = source == Synthetic ? SyntheticKeys.Read(map) : null,
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

    private static void CheckSource(MapReader map, string source)
    {
        if (source == Csv && !map.Has(Path.Name))
            map.Error(
                Path.Name,
                "missing_key",
                "'path' is missing: a csv source needs a file, a folder or a glob.",
                "Write for instance path: data/spx.csv.");
        (string other, string[] foreign) = source == Csv
            ? (Synthetic, [.. SyntheticKeys.All.Select(key => key.Name)])
            : (Csv, new[] { Path.Name, Stamp.Name, Columns.Name, BadRows.Name });
        foreach (string key in foreign.Where(map.Has))
            map.Error(
                key,
                "misplaced_key",
                $"'{key}' belongs to a {other} source, and this one is {source}.",
                $"Take it away, or write source: {other}.");
    }

    private static void CheckDays(MapReader map, DataPart data)
    {
        if (data.Options.Start > data.Options.End)
            map.Error(End.Name, "invalid_value", "the last day is before the first, data.start.", "Put start before end.");
        if (data.TradeFrom > data.Options.End)
            map.Error(TradeFrom.Name, "invalid_value", "trading would begin after the last day, data.end.", "Put trade_from before end.");
    }
}
