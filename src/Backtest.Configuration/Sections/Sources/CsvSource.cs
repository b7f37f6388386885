using System.Collections.ObjectModel;
using Backtest.Configuration.Keys;

namespace Backtest.Configuration.Sections.Sources;

/// <summary><c>source: csv</c>: text files.</summary>
internal static class CsvSource
{
    private static readonly Key<DataPart, string> Path = SourceKeys.Path(
        data => Options(data).Path,
        "A file, a folder or a glob, relative to the run file if there is one. \"{symbol}\" stands for each symbol.",
        "a csv source needs a file, a folder or a glob",
        "data/spx.csv");

    private static readonly Key<DataPart, string?> FinerPath = new(
        "finer_path",
        Kinds.Text!,
        data => Options(data).FinerPath,
        "Files with bars of a lower timeframe for execution.path: finer_bars, read in the same way as those of 'path'.");

    private static readonly Key<DataPart, string?> Format = new(
        "format",
        Kinds.Text!,
        data => Options(data).Format,
        "The vendor or program that wrote the files, such as stooq or metatrader. Default: recognized if unambiguous.")
    {
        HelpName = "NAME",
    };

    private static readonly Key<DataPart, Timeframe?> Timeframe = new(
        "timeframe",
        Kinds.Maybe(Kinds.Timeframe),
        data => Options(data).Timeframe,
        "The length of the bars. Default: the distance between them.")
    {
        HelpName = "LENGTH",
    };

    private static readonly Key<DataPart, string> TimeZone = SourceKeys.TimeZone(data => Options(data).TimeZone);

    private static readonly Key<DataPart, bool> BadRows = SourceKeys.BadRows(data => Options(data).SkipsBadRows);

    private static readonly Key<DataPart, string?> Calendar = SourceKeys.Calendar(data => Options(data).Calendar, "none");

    private static readonly Key<DataPart, SessionHours?> Session = SourceKeys.Session(data => Options(data).Session, "all");

    private static readonly Key<DataPart, bool> Stamp = new(
        "stamp",
        new ChoiceKind<bool>(("start", false), ("end", true)),
        data => Options(data).IsStampedAtEnd,
        "Whether the file's time is the start or the end of a bar.");

    private static readonly Key<DataPart, string?> DateFormat = new(
        "date_format",
        Kinds.Text!,
        data => Options(data).DateFormat,
        "The format of times, such as dd/MM/yyyy HH:mm, if it cannot be recognized.");

    private static readonly Key<DataPart, char?> Separator = new(
        "separator",
        new ChoiceKind<char?>(("comma", ','), ("semicolon", ';'), ("tab", '\t'), ("pipe", '|')),
        data => Options(data).Separator,
        "The separator between fields. Default: recognized.");

    private static readonly Key<DataPart, bool?> Decimal = new(
        "decimal",
        new ChoiceKind<bool?>(("point", false), ("comma", true)),
        data => Options(data).HasDecimalComma,
        "The decimal separator. Default: recognized.");

    private static readonly Key<DataPart, char?> Thousands = new(
        "thousands",
        new ChoiceKind<char?>(("comma", ','), ("point", '.'), ("space", ' '), ("apostrophe", '\'')),
        data => Options(data).Thousands,
        "The separator between groups of digits, as in 1,234,567. Default: recognized.");

    private static readonly Key<DataPart, IReadOnlyList<string>> Header = new(
        "header",
        Kinds.Texts,
        data => Options(data).Header,
        "The names of all columns of a file without a header line: [time, open, high, low, close, volume].")
    {
        Default = [],
    };

    private static readonly Key<DataPart, int?> SkipRows = new(
        "skip_rows",
        Kinds.Maybe(Kinds.Integer(Bounds.NotNegative)),
        data => Options(data).SkipRows,
        "The number of lines above the header. Default: recognized.");

    private static readonly Key<DataPart, char?> Comment = new(
        "comment",
        Kinds.Maybe(Kinds.Letter),
        data => Options(data).Comment,
        "The character that begins a comment line. Default: there are no comment lines.");

    private static readonly Key<DataPart, TextEncoding?> Encoding = new(
        "encoding",
        new ChoiceKind<TextEncoding?>(("utf-8", TextEncoding.Utf8), ("utf-16", TextEncoding.Utf16), ("latin-1", TextEncoding.Latin1)),
        data => Options(data).Encoding,
        "The encoding of the file. Default: recognized.");

    private static readonly Key<DataPart, double> PriceScale = new(
        "price_scale",
        Kinds.Number(Bounds.Positive),
        data => Options(data).PriceScale,
        "The factor for prices: 0.0001 if 15234 means 1.5234.")
    {
        Default = 1,
    };

    private static readonly Key<DataPart, RowOrder?> Order = new(
        "order",
        new ChoiceKind<RowOrder?>(
            ("oldest_first", RowOrder.OldestFirst), ("newest_first", RowOrder.NewestFirst), ("unsorted", RowOrder.Unsorted)),
        data => Options(data).Order,
        "The order of the bars in the file. Default: recognized.");

    private static readonly Key<DataPart, IReadOnlyDictionary<string, string>> Columns =
        new("columns", ColumnsSection.Kind, data => Options(data).Columns, "The headers of columns whose names differ from the usual ones.")
        {
            Default = ReadOnlyDictionary<string, string>.Empty,
        };

    /// <summary>The source.</summary>
    public static UnionCase<DataPart> Case { get; } = new(
        BarSourceOptions.Csv.Word,
        data => data.Options is BarSourceOptions.Csv,
        [
            Path, FinerPath, Format, SourceKeys.Symbols, Timeframe, SourceKeys.Start, SourceKeys.End, SourceKeys.TradeFrom, TimeZone, SourceKeys.Actions,
            SourceKeys.Adjustment, BadRows, Calendar, Session, Stamp, DateFormat, Separator, Decimal,
            Thousands, PriceScale, Header, SkipRows, Comment, Encoding, Order, Columns,
        ],
        map => SourceKeys.Read(
            map,
            new BarSourceOptions.Csv
            {
                Path = map.Get(Path),
                FinerPath = map.Get(FinerPath),
                Format = map.Get(Format),
                Timeframe = map.Get(Timeframe),
                TimeZone = map.Get(TimeZone),
                SkipsBadRows = map.Get(BadRows),
                Calendar = map.Get(Calendar),
                Session = map.Get(Session),
                IsStampedAtEnd = map.Get(Stamp),
                DateFormat = map.Get(DateFormat),
                Separator = map.Get(Separator),
                HasDecimalComma = map.Get(Decimal),
                Thousands = map.Get(Thousands),
                PriceScale = map.Get(PriceScale),
                Header = map.Get(Header),
                SkipRows = map.Get(SkipRows),
                Comment = map.Get(Comment),
                Encoding = map.Get(Encoding),
                Order = map.Get(Order),
                Columns = map.Get(Columns),
            },
            knowsActions: false));

    private static BarSourceOptions.Csv Options(DataPart data) => (BarSourceOptions.Csv)data.Options;
}
