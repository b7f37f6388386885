using Backtest.Abstractions.Runtime;
using Backtest.Data.Csv.Formats;
using Backtest.Data.Files;
using Backtest.Data.Options;
using Backtest.Data.Rows;
using Backtest.Data.Time;

namespace Backtest.Data.Csv.Recognition;

/// <summary>Finds the header line of a file, below any other lines, or determines the columns of a file without one.</summary>
internal sealed class HeaderFinder(BarSourceOptions.Csv options, DataPath file, char separator)
{
    private const int MostLinesAbove = 20;
    private const int RequiredColumns = 5;
    private const int Prices = 4;
    private const int LongestText = 120;
    private const string Yahoo = "yahoo";

    /// <summary>Whether a text is a time in any style or format.</summary>
    public static bool IsTime(string text) =>
        (TimeText.Recognize(text) is { } style && TimeText.TryRead(style, text, out _)) || TimeShape.Formats(text).Count > 0;

    /// <summary>Finds the header.</summary>
    /// <exception cref="InputException">There is no header line, and the columns are unknown.</exception>
    public FoundHeader Find(IReadOnlyList<StartRow> rows)
    {
        VendorFormat? named = options.Format is null ? null : VendorFormats.Find(options.Format) ?? throw UnknownFormat(options.Format);
        if (options.Header.Count > 0)
            return Given(rows, named);
        if (LayeredHeader.Find(rows, file.Path) is { } layered)
            return new FoundHeader(layered.Names, layered.Line, LayeredHeader.Rows, layered.NextLine, Mapping(named)) { Format = named ?? VendorFormats.Find(Yahoo) };
        int header = FindLine(rows, named);
        if (IsRow(rows[header]))
            return Headerless(rows, named);
        VendorFormat? format = named ?? VendorFormats.Recognize(rows[header].Fields);
        return new FoundHeader(Names(rows[header]), rows[header].Line, header + 1, rows[header].NextLine, Mapping(format)) { Format = format };
    }

    private FoundHeader Given(IReadOnlyList<StartRow> rows, VendorFormat? named)
    {
        if (!IsRow(rows[0]) && FindRequired(rows[0], named) == RequiredColumns)
            throw Wrong(
                rows[0], "header_there", $"the file has a header line, '{Clip(rows[0])}', but data.header also names its columns", "Remove data.header.");
        if (rows[0].Fields.Length != options.Header.Count && rows.All(row => row.Fields.Length != options.Header.Count))
            throw Wrong(
                rows[0],
                "wrong_header",
                FormattableString.Invariant($"data.header names {options.Header.Count} columns, but the rows have {rows[0].Fields.Length}: '{Clip(rows[0])}'"),
                "Name every column in data.header, including those that are not used.");
        return new FoundHeader(options.Header, 1, 0, rows[0].Line, Mapping(named)) { Format = named };
    }

    /// <summary>The line with most of the required columns; the first of several.</summary>
    private int FindLine(IReadOnlyList<StartRow> rows, VendorFormat? named)
    {
        int last = options.SkipRows is null ? Math.Min(MostLinesAbove, rows.Count) : 1;
        int best = 0;
        int most = 0;
        for (int row = 0; row < last; row++)
        {
            int found = FindRequired(rows[row], named);
            if (found > most)
                (best, most) = (row, found);
        }

        return best;
    }

    private int FindRequired(StartRow row, VendorFormat? named) => new ColumnFinder(Names(row), file.Path, row.Line, Mapping(named)).CountRequired();

    private FoundHeader Headerless(IReadOnlyList<StartRow> rows, VendorFormat? named)
    {
        StartRow[] first = [.. rows.Take(MostLinesAbove)];
        (VendorFormat Format, HeaderlessForm Form)[] fitting = named is null
            ? [.. VendorFormats.Recognize(first, separator)]
            : [.. named.Headerless.Where(form => form.Fits(first)).Select(form => (named, form))];
        if (fitting is [var (format, form)])
            return new FoundHeader(form.Header, 1, 0, rows[0].Line, Mapping(format)) { Format = format };
        if (fitting.Length > 1)
            throw Wrong(
                rows[0],
                "ambiguous_format",
                $"the file has no header line and could be from {string.Join(" or ", fitting.Select(one => one.Format.Title))}",
                $"Set data.format: {string.Join(" or ", fitting.Select(one => one.Format.Word))}.");
        throw Wrong(
            rows[0],
            "no_header",
            $"the file has no header line: its first line is '{Clip(rows[0])}'",
            $"Name its columns: data.header: [{string.Join(", ", Proposal(rows[0]))}].");
    }

    /// <summary>The probable columns of a row: times, then prices in their usual order, then a volume.</summary>
    private static IEnumerable<string> Proposal(StartRow row)
    {
        string[] names = ["open", "high", "low", "close", "volume"];
        int next = 0;
        bool hasTime = false;
        for (int field = 0; field < row.Fields.Length; field++)
        {
            string text = row[field];
            if (next == 0 && !hasTime && IsTime(text))
            {
                hasTime = true;
                yield return TimesOfDay.AreLike(row[field + 1]) && row[field + 1].Contains(':', StringComparison.Ordinal) ? "date" : "time";
            }
            else if (next == 0 && hasTime && text.Contains(':', StringComparison.Ordinal) && TimesOfDay.AreLike(text))
                yield return "time";
            else if (hasTime && next < names.Length && IsNumber(text))
                yield return names[next++];
            else
                yield return next == 0 && !IsNumber(text) && text.Length > 0 ? "symbol" : FormattableString.Invariant($"other{field + 1}");
        }
    }

    /// <summary>Whether a row is a bar, not a header: it has a time and prices.</summary>
    private static bool IsRow(StartRow row) => row.Fields.Count(IsNumber) >= Prices && Array.Exists(row.Fields, IsTime);

    private static bool IsNumber(string text) => new NumberStyle(HasDecimalComma: false, ',').TryParse(text, out _)
        || new NumberStyle(HasDecimalComma: true, '.').TryParse(text, out _);

    private IReadOnlyDictionary<string, string> Mapping(VendorFormat? format)
    {
        if (format is null || format.Columns.Count == 0)
            return options.Columns;
        var mapping = new Dictionary<string, string>(format.Columns, StringComparer.Ordinal);
        foreach ((string column, string header) in options.Columns)
            mapping[column] = header;
        return mapping;
    }

    private static string[] Names(StartRow row) => [.. row.Fields.Select(name => name.Trim().Trim('<', '>'))];

    private static string Clip(StartRow row)
    {
        string text = string.Join(',', row.Fields);
        return text.Length <= LongestText ? text : $"{text[..LongestText]}…";
    }

    private InputException UnknownFormat(string word) => new(options.Error(
        "unknown_value", "format", $"'{word}' is not a known vendor format.", NearestName.Advice(word, VendorFormats.Words)));

    private InputException Wrong(StartRow row, string code, string message, string fix) =>
        new(new InputError(code, message) { Position = new SourcePosition(file.Path, row.Line), Fix = fix });
}
