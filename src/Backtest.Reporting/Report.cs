using System.Text;
using System.Text.Json;
using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>
/// The report of a run: <c>report.html</c>, one page that opens offline, and <c>report.json</c>, which has every figure it shows.
/// </summary>
/// <example>
/// <code>
/// var run = StoredRun.Open(folder);
/// var charts = new ChartObserver(run);
/// await coordinator.ObserveAsync(config, charts);
/// Report.Write(run, charts, folder);
/// </code>
/// </example>
public static class Report
{
    /// <summary>The name of the page.</summary>
    public const string PageFile = "report.html";

    /// <summary>The name of the file of figures.</summary>
    public const string FiguresFile = "report.json";

    /// <summary>Writes both files.</summary>
    /// <param name="run">The run.</param>
    /// <param name="charts">What was kept of its bars, or null if they cannot be had: then there are neither candles nor a comparison.</param>
    /// <param name="folder">The folder they are written to.</param>
    /// <param name="doubts">What there is to doubt, the gravest first, or null if it was not looked for.</param>
    /// <returns>Where the page is.</returns>
    /// <exception cref="InputException">A table of the run cannot be read.</exception>
    /// <exception cref="IOException">The files cannot be written.</exception>
    public static string Write(StoredRun run, ChartObserver? charts, string folder, IReadOnlyList<Doubt>? doubts = null)
    {
        ReportDocument document = Build(new ReportContext(run, charts, doubts ?? []));
        string page = Path.Combine(folder, PageFile);
        File.WriteAllText(page, Page(document));
        File.WriteAllText(Path.Combine(folder, FiguresFile), Figures(document));
        return page;
    }

    /// <summary>What the report of a run says.</summary>
    internal static ReportDocument Build(ReportContext context) => new()
    {
        Name = RunTitle.Name(context.Run),
        Subtitle = RunTitle.Subtitle(context.Run),
        Sections = [.. ReportPanels.All.Select(panel => panel.Build(context)).OfType<ReportSection>()],
    };

    /// <summary>The page of a report.</summary>
    internal static string Page(ReportDocument document)
    {
        var columns = new ColumnStore();
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(document, ReportJson.Packed(columns));
        return PageWriter.Write(document.Name, document.Subtitle, PackedPage.Pack(json, columns.Bytes));
    }

    /// <summary>The figures of a report.</summary>
    internal static string Figures(ReportDocument document)
    {
        // Bars are the data's, not figures of the run.
        ReportDocument figures = document with
        {
            Sections = [.. document.Sections.Select(section =>
            section with { Blocks = [.. section.Blocks.Where(block => block is not CandlesBlock)] })]
        };
        return Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(figures, ReportJson.Plain)) + "\n";
    }
}
