using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>Writes a page that opens offline and compares runs: their equity, their figures, and where two of them diverge.</summary>
public static class ComparisonReport
{
    private const int MostPoints = 2000;

    /// <summary>Writes the page.</summary>
    /// <param name="runs">The runs, with their tables.</param>
    /// <param name="file">The file to write.</param>
    /// <param name="difference">Where the first two diverge, or null if they were not compared.</param>
    /// <exception cref="InputException">A table of a run cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(IReadOnlyList<StoredRun> runs, string file, RunComparison? difference = null) =>
        ReportFiles.WritePage(Build(runs, difference), file);

    /// <summary>Builds the content of the page.</summary>
    internal static ReportDocument Build(IReadOnlyList<StoredRun> runs, RunComparison? difference)
    {
        var sections = new List<ReportSection> { new("equity", "Equity", [Growth(runs), Underwater(runs)]), new("figures", "Figures", [Figures(runs)]) };
        if (difference is not null)
            sections.Add(new ReportSection("difference", "What differs", [.. Differences(difference)]));
        return new ReportDocument
        {
            Name = string.Join(" · ", runs.Select(RunTitle.Name).Distinct()),
            Subtitle = $"{Written.Count(runs.Count)} runs side by side",
            Sections = sections,
        };
    }

    private static LinesBlock Growth(IReadOnlyList<StoredRun> runs) => Lines(
        runs, "Growth", "Equity of all portfolios divided by their initial capital.", Format.Number, static (series, row) => series.Equity[row] / series.Equity[0]);

    private static LinesBlock Underwater(IReadOnlyList<StoredRun> runs) => Lines(
        runs, "Drawdown", "The decline from the highest equity so far.", Format.Percent, static (series, row) => -series.Drawdown[row]);

    private static LinesBlock Lines(IReadOnlyList<StoredRun> runs, string title, string note, Format format, Func<EquitySeries, int, double> valueOf)
    {
        var lines = new List<Line>();
        foreach (StoredRun run in runs)
        {
            EquitySeries series = run.Equity.Total;
            var values = new double[series.Count];
            for (int row = 0; row < values.Length; row++)
                values[row] = valueOf(series, row);
            lines.Add(ThinnedLine.Of(run.Id, series.Times, values, MostPoints));
        }

        return new LinesBlock(lines, format) { Title = title, Note = note };
    }

    private static TableBlock Figures(IReadOnlyList<StoredRun> runs) => new(
        "figures",
        [
            new TableColumn("metric", "Metric", TextColumn.Of(Metric.All, metric => metric.Name), Format.Text),
            .. runs.Select((run, index) => new TableColumn(
                $"run_{index + 1}", run.Id,
                NumberColumn.Of(Metric.All, metric => run.Metrics is { } metrics ? metric.Of(metrics.Total) ?? double.NaN : double.NaN), Format.Number)),
        ])
    { Note = "All portfolios together. Fractions are not shown as percentages, so that all figures fit into one column." };

    private static IEnumerable<Block> Differences(RunComparison difference)
    {
        ValueDifference[] values = [.. difference.Configuration, .. difference.Data, .. difference.Plugins, .. difference.Containers];
        if (values.Length > 0)
        {
            yield return new TableBlock("differences",
            [
                new TableColumn("name", "What", TextColumn.Of(values, value => value.Name), Format.Text),
                new TableColumn("first", difference.First.Id, TextColumn.Of(values, value => value.First), Format.Text),
                new TableColumn("second", difference.Second.Id, TextColumn.Of(values, value => value.Second), Format.Text),
            ])
            { Title = "Configuration, data and plugins" };
        }

        yield return new PreformattedBlock(difference.Parting is { } parting
            ? string.Join('\n', [
                $"They first differ in {parting.Container}, after {Written.Count(parting.Index)} equal events:",
                .. parting.Before.Select(before => $"  both  {before}"),
                $"  A     {parting.First?.ToString() ?? "no further event"}",
                $"  B     {parting.Second?.ToString() ?? "no further event"}",
            ])
            : "All events in their tables are equal.")
        { Title = "The first event that differs" };
    }
}
