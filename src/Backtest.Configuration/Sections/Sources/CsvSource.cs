using System.Collections.ObjectModel;
using Backtest.Configuration.Keys;

namespace Backtest.Configuration.Sections.Sources;

/// <summary><c>source: csv</c>: text files.</summary>
internal static class CsvSource
{
    private static readonly Key<DataPart, string> Path = SourceKeys.Path(
        data => Options(data).Path,
        "A file, a folder or a glob; \"{symbol}\" stands for each symbol. Relative to the run file, if there is one.",
        "a csv source needs a file, a folder or a glob",
        "data/spx.csv");

    private static readonly Key<DataPart, Timeframe> Timeframe = SourceKeys.Timeframe(data => Options(data).Timeframe);

    private static readonly Key<DataPart, string> TimeZone = SourceKeys.TimeZone(data => Options(data).TimeZone);

    private static readonly Key<DataPart, bool> BadRows = SourceKeys.BadRows(data => Options(data).SkipsBadRows);

    private static readonly Key<DataPart, string?> Calendar = SourceKeys.Calendar(data => Options(data).Calendar, "none");

    private static readonly Key<DataPart, SessionHours?> Session = SourceKeys.Session(data => Options(data).Session, "all");

    private static readonly Key<DataPart, bool> Stamp = new(
        "stamp",
        new ChoiceKind<bool>(("start", false), ("end", true)),
        data => Options(data).IsStampedAtEnd,
        "What the file's time means for a bar.");

    private static readonly Key<DataPart, string?> DateFormat = new(
        "date_format",
        Kinds.Text!,
        data => Options(data).DateFormat,
        "How times are written, such as dd/MM/yyyy HH:mm, where they cannot be recognized.");

    private static readonly Key<DataPart, char?> Separator = new(
        "separator",
        new ChoiceKind<char?>(("comma", ','), ("semicolon", ';'), ("tab", '\t'), ("pipe", '|')),
        data => Options(data).Separator,
        "What stands between fields; recognized, unless given.");

    private static readonly Key<DataPart, bool> Decimal = new(
        "decimal",
        new ChoiceKind<bool>(("point", false), ("comma", true)),
        data => Options(data).HasDecimalComma,
        "What stands before the fraction of a number.");

    private static readonly Key<DataPart, IReadOnlyDictionary<string, string>> Columns =
        new("columns", ColumnsSection.Kind, data => Options(data).Columns, "Headers, where they are not the usual ones.")
        {
            Default = ReadOnlyDictionary<string, string>.Empty,
        };

    /// <summary>The source.</summary>
    public static UnionCase<DataPart> Case { get; } = new(
        BarSourceOptions.Csv.Word,
        data => data.Options is BarSourceOptions.Csv,
        [
            Path, SourceKeys.Symbols, Timeframe, SourceKeys.Start, SourceKeys.End, SourceKeys.TradeFrom, TimeZone, SourceKeys.Actions,
            SourceKeys.Adjustment, BadRows, Calendar, Session, Stamp, DateFormat, Separator, Decimal, Columns,
        ],
        map => SourceKeys.Read(
            map,
            new BarSourceOptions.Csv
            {
                Path = map.Get(Path),
                Timeframe = map.Get(Timeframe),
                TimeZone = map.Get(TimeZone),
                SkipsBadRows = map.Get(BadRows),
                Calendar = map.Get(Calendar),
                Session = map.Get(Session),
                IsStampedAtEnd = map.Get(Stamp),
                DateFormat = map.Get(DateFormat),
                Separator = map.Get(Separator),
                HasDecimalComma = map.Get(Decimal),
                Columns = map.Get(Columns),
            },
            knowsActions: false));

    private static BarSourceOptions.Csv Options(DataPart data) => (BarSourceOptions.Csv)data.Options;
}
