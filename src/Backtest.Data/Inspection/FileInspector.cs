using System.Globalization;
using Backtest.Data.Checking;
using Backtest.Data.Csv;
using Backtest.Data.Csv.Formats;
using Backtest.Data.Files;
using Backtest.Data.Rows;

namespace Backtest.Data.Inspection;

/// <summary>Inspects a file of bars of unknown format.</summary>
public static class FileInspector
{
    /// <summary>Whether a file is, by its name, a file of bars and not a run file.</summary>
    public static bool IsData(string path) => DataFormats.IsText(path) || DataFormats.IsZip(path);

    /// <summary>Reads a file in the format it shows, and reports that format.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Cancels reading.</param>
    /// <exception cref="InputException">The file cannot be read, or can be read in two ways.</exception>
    public static FileInspection Inspect(string path, CancellationToken cancellation = default) =>
        Inspect(new BarSourceOptions.Csv { Path = path }, cancellation);

    /// <summary>Reads a file by the given options, recognizes the rest, and reports how it was read.</summary>
    /// <param name="said">The file and its options.</param>
    /// <param name="cancellation">Cancels reading.</param>
    /// <exception cref="InputException">The file cannot be read, or can be read in two ways.</exception>
    public static FileInspection Inspect(BarSourceOptions.Csv said, CancellationToken cancellation = default)
    {
        string path = said.Path;
        // Count invalid rows instead of failing, so that the rest can be shown.
        var heads = CsvHeads.Find(said with { SkipsBadRows = true });
        CsvLayout layout = heads.All[0].Layout;
        using IBarSource source = Open(heads.Options, cancellation);
        SeriesSummary[] series = [.. source.Series.Select(one => SeriesSummary.Read(source, one, cancellation))];
        IReadOnlyList<string> calendars = CalendarFit.Find(source, cancellation);
        DataReport report = DataChecker.Check([heads.Options], new BarSources(), cancellation);
        VendorFormat? format = layout.Format is null ? null : VendorFormats.Find(layout.Format);
        return new FileInspection(
            path,
            [.. Facts(layout, heads.Options, format)],
            series,
            calendars,
            [.. source.Warnings.Where(warning => warning.Code != "rows_skipped")],
            report.Findings,
            [.. Keys(path, layout, heads, format, calendars), .. Said(said, format)]);
    }

    private static IBarSource Open(BarSourceOptions.Csv options, CancellationToken cancellation)
    {
        try
        {
            return new BarSources().Open([options], cancellation);
        }
        catch (InputException exception) when (exception.Errors.All(error => error.Code == "no_bars"))
        {
            // Why no row is valid is more useful than the fact that none is.
            new BarSources().Open([options with { SkipsBadRows = false }], cancellation).Dispose();
            throw;
        }
    }

    private static IEnumerable<(string What, string How)> Facts(CsvLayout layout, BarSourceOptions.Csv options, VendorFormat? format)
    {
        yield return ("format", format is null ? "not a known one" : $"{format.Word} ({format.Title})");
        yield return ("text", $"{layout.Encoding.WebName}, separator {SeparatorWord(layout.Separator)}, first row on line {layout.FirstLine.ToString(CultureInfo.InvariantCulture)}");
        yield return ("numbers", layout.Numbers.ToString() + (layout.PriceScale.Equals(1) ? "" : $", price_scale: {layout.PriceScale.ToString(CultureInfo.InvariantCulture)}"));
        yield return ("times", $"{layout.Times?.ToString() ?? "cannot be read"}, {OrderWord(layout.Order).Replace('_', ' ')}");
        yield return ("zone", layout.Times?.IsUtc == true ? "UTC, according to the column's name" : $"{options.TimeZone}, for times without a zone");
        yield return ("timeframe", layout.Timeframe is { } found ? $"{found}, the distance between bars" : $"{options.Timeframe}, because there are too few bars to measure it");
        yield return ("columns used", string.Join(", ", Used(layout)));
        yield return ("columns not used", layout.Ignored.Length == 0 ? "none" : string.Join(", ", layout.Ignored.Select(header => header.Length == 0 ? "''" : header)));
    }

    private static IEnumerable<string> Used(CsvLayout layout)
    {
        CsvColumns columns = layout.Columns;
        yield return $"time: {Header(columns.Time)}{(columns.TimeOfDay < 0 ? "" : $" and {Header(columns.TimeOfDay)}")}";
        (string, int)[] others =
        [
            ("open", columns.Open), ("high", columns.High), ("low", columns.Low), ("close", columns.Close),
            ("volume", columns.Volume), ("symbol", columns.Symbol),
            ("bid", columns.Bid.Close), ("bid_open", columns.Bid.Open), ("bid_high", columns.Bid.High), ("bid_low", columns.Bid.Low),
            ("ask", columns.Ask.Close), ("ask_open", columns.Ask.Open), ("ask_high", columns.Ask.High), ("ask_low", columns.Ask.Low),
        ];
        foreach ((string word, int at) in others.Where(one => one.Item2 >= 0))
            yield return $"{word}: {Header(at)}";

        string Header(int at) => layout.Headers[at].Length == 0 ? "''" : layout.Headers[at];
    }

    private static IEnumerable<(string Key, string Value)> Keys(
        string path, CsvLayout layout, CsvHeads heads, VendorFormat? format, IReadOnlyList<string> calendars)
    {
        yield return ("path", Quote(path));
        if (!layout.Columns.HasSymbol && heads.All.Count == 1)
            yield return ("symbols", $"[{Quote(heads.All[0].File.Symbol)}]");
        if (format is not null)
            yield return ("format", format.Word);
        yield return ("timeframe", heads.Options.Timeframe!.Value.ToString());
        if (format?.TimeZone is { } zone)
            yield return ("timezone", zone);
        if (calendars.Count == 1)
            yield return ("calendar", calendars[0]);
        if (layout.Times is { Format: { } times, Zones: null })
            yield return ("date_format", Quote(times.ToString()));
        if (layout.Separator != ',')
            yield return ("separator", SeparatorWord(layout.Separator));
        if (layout.Numbers.HasDecimalComma)
            yield return ("decimal", "comma");
        if (layout.Numbers.Thousands is { } between)
            yield return ("thousands", NumberStyle.ThousandsWord(between));
        if (layout.Order != RowOrder.OldestFirst)
            yield return ("order", OrderWord(layout.Order));
    }

    /// <summary>The given options that cannot be recognized from the file.</summary>
    private static IEnumerable<(string Key, string Value)> Said(BarSourceOptions.Csv said, VendorFormat? format)
    {
        if (said.Columns.Count > 0)
            yield return ("columns", $"{{{string.Join(", ", said.Columns.Select(column => $"{column.Key}: {Quote(column.Value)}"))}}}");
        if (said.Header.Count > 0)
            yield return ("header", $"[{string.Join(", ", said.Header.Select(Quote))}]");
        if (said.TimeZone != "UTC" && format?.TimeZone is null)
            yield return ("timezone", said.TimeZone);
        if (said.IsStampedAtEnd)
            yield return ("stamp", "end");
        if (said.SkipRows is { } rows)
            yield return ("skip_rows", rows.ToString(CultureInfo.InvariantCulture));
        if (said.Comment is { } comment)
            yield return ("comment", Quote(comment.ToString()));
        if (!said.PriceScale.Equals(1))
            yield return ("price_scale", said.PriceScale.ToString(CultureInfo.InvariantCulture));
    }

    private static string Quote(string text) =>
        text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '.' or '_' or '-' or ' ') && text.Length > 0 && !char.IsAsciiDigit(text[0])
            ? text
            : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string SeparatorWord(char separator) => separator switch
    {
        ',' => "comma",
        ';' => "semicolon",
        '\t' => "tab",
        '|' => "pipe",
        _ => $"'{separator}'",
    };

    private static string OrderWord(RowOrder order) => order switch
    {
        RowOrder.OldestFirst => "oldest_first",
        RowOrder.NewestFirst => "newest_first",
        _ => "unsorted",
    };
}
