using Backtest.Research;
using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>
/// Reports: <c>report.html</c>, one page that opens offline, and <c>report.json</c>, which has every figure it shows.
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

    /// <summary>Writes both files for a run that trades.</summary>
    /// <param name="run">The run.</param>
    /// <param name="charts">What was kept of its bars, or null if they cannot be had: then there are neither candles nor a comparison.</param>
    /// <param name="folder">The folder they are written to.</param>
    /// <param name="doubts">What there is to doubt, the gravest first, or null if it was not looked for.</param>
    /// <returns>Where the page is.</returns>
    /// <exception cref="InputException">A table of the run cannot be read.</exception>
    /// <exception cref="IOException">The files cannot be written.</exception>
    public static string Write(StoredRun run, ChartObserver? charts, string folder, IReadOnlyList<Doubt>? doubts = null) =>
        ReportFiles.Write(Build(new RunContext(run, charts, doubts ?? [])), folder);

    /// <summary>Writes both files for a run that ends with signals.</summary>
    /// <param name="run">The run.</param>
    /// <param name="folder">The folder they are written to.</param>
    /// <returns>Where the page is.</returns>
    /// <exception cref="InputException">A file of the run cannot be read.</exception>
    /// <exception cref="IOException">The files cannot be written.</exception>
    public static string WriteSignals(StoredRun run, string folder) => ReportFiles.Write(Build(new SignalsContext(run)), folder);

    /// <summary>Writes both files for a search.</summary>
    /// <param name="experiment">The search.</param>
    /// <param name="folder">The folder they are written to.</param>
    /// <returns>Where the page is.</returns>
    /// <exception cref="IOException">The files cannot be written.</exception>
    public static string Write(StoredExperiment experiment, string folder) => ReportFiles.Write(Build(new SearchContext(experiment)), folder);

    /// <summary>Writes both files for a research workflow.</summary>
    /// <param name="research">The workflow.</param>
    /// <param name="folder">The folder they are written to.</param>
    /// <returns>Where the page is.</returns>
    /// <exception cref="IOException">The files cannot be written.</exception>
    public static string Write(StoredResearch research, string folder) => ReportFiles.Write(Build(new ResearchContext(research)), folder);

    /// <summary>Writes both files for an ablation.</summary>
    /// <param name="ablation">What the parts of a run add.</param>
    /// <param name="folder">The folder they are written to.</param>
    /// <returns>Where the page is.</returns>
    /// <exception cref="IOException">The files cannot be written.</exception>
    public static string Write(AblationReport ablation, string folder) => ReportFiles.Write(Build(new AblationContext(ablation)), folder);

    /// <summary>What the report of a run says.</summary>
    internal static ReportDocument Build(RunContext context) => new()
    {
        Name = RunTitle.Name(context.Run),
        Subtitle = RunTitle.Subtitle(context.Run),
        Sections = ReportPanels.Build(ReportPanels.OfRun, context),
    };

    /// <summary>What the report of a run that ends with signals says.</summary>
    internal static ReportDocument Build(SignalsContext context) => new()
    {
        Name = RunTitle.Name(context.Run),
        Subtitle = RunTitle.Subtitle(context.Run),
        Sections = ReportPanels.Build(ReportPanels.OfSignals, context),
    };

    /// <summary>What the report of a search says.</summary>
    internal static ReportDocument Build(SearchContext context) => new()
    {
        Name = context.Experiment.Entry.Name,
        Subtitle = context.Subtitle,
        Sections = ReportPanels.Build(ReportPanels.OfSearch, context),
    };

    /// <summary>What the report of a research workflow says.</summary>
    internal static ReportDocument Build(ResearchContext context) => new()
    {
        Name = context.Research.Workflow,
        Subtitle = context.Subtitle,
        Sections = ReportPanels.Build(ReportPanels.OfResearch, context),
    };

    /// <summary>What the report of an ablation says.</summary>
    internal static ReportDocument Build(AblationContext context) => new()
    {
        Name = context.Report.Name,
        Subtitle = $"What each of {Written.Count(context.Report.Parts.Count, "part", "parts")} adds",
        Sections = ReportPanels.Build(ReportPanels.OfAblation, context),
    };
}
