using System.Globalization;
using Backtest.Data;
using Backtest.Data.Catalog;
using Spectre.Console;

namespace Backtest.Cli.Output;

/// <summary>Series of bars as tables.</summary>
internal static class SeriesTables
{
    private static readonly string[] Titles = ["Symbol", "Timeframe", "Bars", "First", "Last", "Volume", "Calendar"];

    /// <summary>Writes the content of a catalog.</summary>
    public static void Write(TextWriter output, BarCatalog catalog)
    {
        Table table = Consoles.CreateTable([.. Titles, "Files", "Size"]);
        foreach (CatalogSeries series in catalog.Series)
            table.AddRow(Cells([.. Facts(series), Count(series.Files.Count), Size(series.Bytes)]));
        Show(output, table);
        output.WriteLine($"{catalog.Folder}: {Count(catalog.Series.Count)} series, {Sum(catalog.Series)}");
    }

    /// <summary>Writes the content of a source.</summary>
    public static void Write(TextWriter output, IReadOnlyList<SeriesSummary> series, IReadOnlyList<DataFile> files)
    {
        Table table = Consoles.CreateTable(Titles);
        foreach (SeriesSummary one in series)
            table.AddRow(Cells(Facts(one.Symbol, one.Timeframe, one.Bars, Begin(one.Timeframe, one.First, one.FirstDay), Begin(one.Timeframe, one.Last, one.LastDay), one.Volume, one.Calendar)));
        Show(output, table);
        output.WriteLine($"{Count(series.Count)} series, {Count(series.Sum(one => one.Bars))} bars, {Count(files.Count)} {(files.Count == 1 ? "file" : "files")}");
        long skipped = files.Sum(file => file.SkippedRows);
        if (skipped > 0)
            output.WriteLine($"{Count(skipped)} rows are invalid and were skipped");
    }

    /// <summary>Writes the result of an import: the series it wrote, and the number of those that were unchanged.</summary>
    public static void Write(TextWriter output, string folder, ImportResult result)
    {
        ImportedSeries[] written = [.. result.Series.Where(one => one.Outcome != ImportOutcome.Unchanged)];
        if (written.Length > 0)
        {
            Table table = Consoles.CreateTable([.. Titles, "Size", "Done"]);
            foreach (ImportedSeries one in written)
                table.AddRow(Cells([.. Facts(one.Series), Size(one.Series.Bytes), SeriesJson.Word(one.Outcome)]));
            Show(output, table);
        }

        output.WriteLine(
            $"{folder}: {Count(written.Length)} series written, {Sum([.. written.Select(one => one.Series)])}; {Count(result.Series.Count - written.Length)} unchanged");
        if (result.SkippedRows > 0)
            output.WriteLine($"{Count(result.SkippedRows)} rows are invalid and were skipped");
    }

    private static void Show(TextWriter output, Table table) => Consoles.Create(output, Consoles.OutputIsTerminal).WriteFitted(table, names: 2);

    private static string[] Cells(string[] texts) => [.. texts.Select(Markup.Escape)];

    private static string[] Facts(CatalogSeries series) => Facts(
        series.Symbol,
        series.Timeframe,
        series.Bars,
        Begin(series.Timeframe, series.First, series.Files is [var oldest, ..] ? oldest.FirstDay : null),
        Begin(series.Timeframe, series.Last, series.Files is [.., var newest] ? newest.LastDay : null),
        series.HasVolume ? series.Volume : null,
        series.Calendar);

    private static string[] Facts(
        string symbol, Timeframe timeframe, long bars, string first, string last, double? volume, string calendar) =>
    [
        symbol,
        timeframe.ToString(),
        Count(bars),
        first,
        last,
        volume is { } sum ? sum.ToString("N0", CultureInfo.InvariantCulture) : "-",
        calendar,
    ];

    private static string Sum(IReadOnlyList<CatalogSeries> series) =>
        $"{Count(series.Sum(one => one.Bars))} bars, {Size(series.Sum(one => one.Bytes))}";

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>
    /// When a bar begins: for a bar of a day or more its trading day, which may begin on the evening before, and at any hour in UTC; otherwise the
    /// time, UTC.
    /// </summary>
    public static string Begin(Timeframe timeframe, DateTime? start, DateOnly? day) => (start, day) switch
    {
        (_, { } own) when timeframe.Ticks >= TimeSpan.TicksPerDay => own.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ({ } known, _) => known.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => "-",
    };

    private static string Size(long bytes) => bytes switch
    {
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:F1} KB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:F1} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:F1} GB"),
    };
}
