using Backtest.Data.Csv.Formats;
using Backtest.Data.Files;
using Backtest.Data.Rows;
using Backtest.Data.Time;

namespace Backtest.Data.Csv.Recognition;

/// <summary>
/// Finds how a file is written, from the run file and the first 64 KB of the file. What neither determines is an error.
/// </summary>
internal sealed class LayoutFinder(BarSourceOptions.Csv options, TimeFormat? format)
{
    // Fewer rows already determine the layout: more would take time and add nothing.
    private const int MostRows = 400;
    private const int MostRowsRead = 600; // including lines above the header and ragged rows
    private const int LongestText = 120;

    /// <summary>Finds the layout.</summary>
    /// <exception cref="InputException">The file is missing, empty or not a file of bars, or can be read in two ways.</exception>
    public CsvLayout Find(DataPath file)
    {
        FileStart start = FileStart.Read(file, options.Encoding);
        (string text, int line, char? separator) = PassLines(start.Text);
        char between = options.Separator ?? separator ?? SeparatorFinder.Find(text, options.Comment);
        List<StartRow> rows = StartRow.Read(text, between, options.Comment, line, MostRowsRead);
        if (rows.Count == 0)
            throw Wrong(file, 0, "empty_file", "the file is empty", "Use a file with a header line and a line for each bar.");
        FoundHeader header = new HeaderFinder(options, file, between).Find(rows);
        StartRow[] data = [.. rows.Skip(header.FirstRow).Where(row => row.Fields.Length == header.Names.Count).Take(MostRows)];
        CsvColumns columns = FindColumns(file, header, data, out List<DataWarning> warnings);
        NumberStyle numbers = FindNumbers(file, columns, data, between);
        if (FindGroups(columns, data) is { } group)
            warnings.Add(new DataWarning(
                "two_readings",
                $"prices such as '{group}' of {file.Path} are read with a decimal comma, as set in the run file, but could be whole numbers in groups of digits",
                "If they are, set data.thousands: comma instead of data.decimal: comma. If they are not, also set data.thousands: point."));
        TimeReading? times = FindTimes(file, header, columns, data);
        Spacing spacing = Spacing.Of(Clocks(columns, times, data));
        if (spacing.Order == RowOrder.Unsorted && options.Order is null)
            throw Wrong(
                file, header.FirstLine, "no_order", "the bars are neither oldest first nor newest first", "Set data.order: unsorted to have them sorted.");
        return new CsvLayout(start.Encoding, between, header.FirstLine, header.Names, columns)
        {
            Numbers = numbers,
            Times = times,
            Order = options.Order ?? spacing.Order ?? RowOrder.OldestFirst,
            PriceScale = options.PriceScale * WholeScale(header.Format, columns, data),
            Format = header.Format?.Word,
            Timeframe = spacing.Timeframe,
            Steps = spacing.Steps,
            Warnings = warnings,
            FirstClock = Clocks(columns, times, data).Select(time => time.Clock).DefaultIfEmpty(long.MinValue).Min(),
        };
    }

    /// <summary>Skips the lines the run file says to skip, and a line that names the separator.</summary>
    private (string Text, int Line, char? Separator) PassLines(string text)
    {
        int line = 1;
        for (int left = options.SkipRows ?? 0; left > 0; left--)
            text = PassLine(text, ref line);
        char? separator = SeparatorFinder.Named(text);
        return separator is null ? (text, line, null) : (PassLine(text, ref line), line, separator);
    }

    private static string PassLine(string text, ref int line)
    {
        line++;
        int end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? "" : text[(end + 1)..];
    }

    private static CsvColumns FindColumns(DataPath file, FoundHeader header, StartRow[] data, out List<DataWarning> warnings)
    {
        ColumnFinder finder = new(header.Names, file.Path, header.Line, header.Mapping);
        int time = finder.FindDates(out int timeOfDay, field => AreMost(data, field, TimesOfDay.AreLike));
        if (time < 0)
            time = finder.FindIndex(field => AreMost(data, field, IsTime));
        var columns = new CsvColumns(
            time >= 0 ? time : finder.Required("time"),
            timeOfDay,
            finder.Required("open"),
            finder.Required("high"),
            finder.Required("low"),
            finder.Required("close"),
            finder.Optional("volume", field => data.All(row => IsNothing(row[field]))),
            finder.Optional("symbol"))
        {
            Bid = finder.Quotes("bid"),
            Ask = finder.Quotes("ask"),
        };
        finder.ThrowIfWrong();
        warnings = [];
        if (columns.HasVolume && data.Length > 0 && !header.Mapping.ContainsKey("volume") && data.All(row => NumberStyle.IsMissing(row[columns.Volume])))
            columns = columns with { Volume = -1, BlankVolume = columns.Volume };
        foreach ((int field, string column) in finder.Unused(columns).Where(unused => unused.Field != columns.BlankVolume))
        {
            if (column == "symbol" && columns.LikeSymbol < 0)
                columns = columns with { LikeSymbol = field };
            warnings.Add(new DataWarning(
                "unused_column",
                $"the column '{header.Names[field]}' of {file.Path} looks like the {column} column but is not used",
                $"If it is, set data.columns: {{{column}: {header.Names[field]}}}."));
        }

        return columns;
    }

    private NumberStyle FindNumbers(DataPath file, CsvColumns columns, StartRow[] data, char separator)
    {
        NumberStyle style = new NumberStyleFinder(options, columns, data, separator).Find(out AmbiguousNumber? ambiguous);
        return ambiguous is null ? style : throw new InputException(ambiguous.At(file.Path));
    }

    /// <summary>A price whose declared decimal comma may separate groups of digits instead, if all prices can be read that way.</summary>
    private string? FindGroups(CsvColumns columns, StartRow[] data)
    {
        var groups = new NumberStyle(HasDecimalComma: false, Thousands: ',');
        if (options is not { HasDecimalComma: true, Thousands: null } || !data.All(row => columns.Prices.All(field => groups.TryParse(row[field], out _))))
            return null;
        return data.SelectMany(row => columns.Prices.Select(field => row[field])).FirstOrDefault(text => text.Contains(',', StringComparison.Ordinal));
    }

    private TimeReading? FindTimes(DataPath file, FoundHeader header, CsvColumns columns, StartRow[] data)
    {
        var finder = new TimeFinder(format, header.Format?.IsMonthFirst, columns, data, header.Names);
        TimeReading? found = finder.Find();
        if (finder.Ambiguous.Count > 0)
        {
            StartRow first = data[0];
            throw Wrong(
                file,
                first.Line,
                "ambiguous_date",
                $"'{Clip(finder.Text(first, 0))}' could have the day or the month first",
                $"Set data.date_format: {string.Join(" or ", finder.Ambiguous)}.");
        }

        if (found is not null && finder.FindMisfit(found) is { } misfit)
        {
            throw Wrong(
                file,
                misfit.Row.Line,
                "wrong_date_format",
                $"'{Clip(finder.Text(misfit.Row, 0))}' is not in the format {format}, and neither are other times",
                misfit.Better is null ? "Set data.date_format to the format of the file's times." : $"Set data.date_format: {misfit.Better}, which reads the times of the file.");
        }

        return found;
    }

    private static IEnumerable<(string Symbol, long Clock)> Clocks(CsvColumns columns, TimeReading? times, StartRow[] data)
    {
        if (times is null)
            yield break;
        foreach (StartRow row in data)
        {
            string text = columns.TimeOfDay < 0 ? row[columns.Time] : $"{row[columns.Time]} {row[columns.TimeOfDay].PadLeft(times.DigitsOfDay, '0')}";
            if (times.TryRead(text, out WrittenTime time))
                yield return (row[columns.Symbol], time.HasOffset ? time.Utc : time.Clock);
        }
    }

    private static double WholeScale(VendorFormat? format, CsvColumns columns, StartRow[] data) =>
        format is not null && data.Length > 0 && data.All(row => columns.Prices.All(field => row[field].All(char.IsAsciiDigit))) ? format.WholePriceScale : 1;

    private static bool AreMost(StartRow[] data, int field, Func<string, bool> isLike) =>
        data.Length > 0 && 2 * data.Count(row => isLike(row[field])) > data.Length;

    private static bool IsTime(string text) => HeaderFinder.IsTime(text);

    private static bool IsNothing(string text) => NumberStyle.IsMissing(text) || (NumberText.TryParse(text, out double number) && number == 0);

    private static string Clip(string text) => text.Length <= LongestText ? text : $"{text[..LongestText]}…";

    private static InputException Wrong(DataPath file, int line, string code, string message, string fix) =>
        new(new InputError(code, message) { Position = new SourcePosition(file.Path, line), Fix = fix });
}
