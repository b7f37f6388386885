using Backtest.Research;
using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>
/// Writes reports: <c>report.html</c>, one page that opens offline, and <c>report.json</c>, which contains every figure it shows.
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
    /// <param name="charts">The data collected from its bars, or null if not available; the report then has neither candles nor a comparison.</param>
    /// <param name="folder">The folder to write to.</param>
    /// <param name="doubts">The doubts, most serious first, or null if they were not determined.</param>
    /// <returns>The path of the page.</returns>
    /// <exception cref="InputException">A table of the run cannot be read.</exception>
    /// <exception cref="IOException">The files cannot be written.</exception>
    public static string Write(StoredRun run, ChartObserver? charts, string folder, IReadOnlyList<Doubt>? doubts = null) =>
        ReportFiles.Write(Build(new RunContext(run, charts, doubts ?? [])), folder);

    /// <summary>Writes both files for a run that ends with signals.</summary>
    /// <param name="run">The run.</param>
    /// <param name="folder">The folder to write to.</param>
    /// <returns>The path of the page.</returns>
    /// <exception cref="InputException">A file of the run cannot be read.</exception>
    /// <exception cref="IOException">The files cannot be written.</exception>
    public static string WriteSignals(StoredRun run, string folder) => ReportFiles.Write(Build(new SignalsContext(run)), folder);

    /// <summary>Writes both files for a search.</summary>
    /// <param name="experiment">The search.</param>
    /// <param name="folder">The folder to write to.</param>
    /// <returns>The path of the page.</returns>
    /// <exception cref="IOException">The files cannot be written.</exception>
    public static string Write(StoredExperiment experiment, string folder) => ReportFiles.Write(Build(new SearchContext(experiment)), folder);

    /// <summary>Writes both files for a research workflow.</summary>
    /// <param name="research">The workflow.</param>
    /// <param name="folder">The folder to write to.</param>
    /// <returns>The path of the page.</returns>
    /// <exception cref="IOException">The files cannot be written.</exception>
    public static string Write(StoredResearch research, string folder) => ReportFiles.Write(Build(new ResearchContext(research)), folder);

    /// <summary>Writes both files for an ablation.</summary>
    /// <param name="ablation">The report of the ablation.</param>
    /// <param name="folder">The folder to write to.</param>
    /// <returns>The path of the page.</returns>
    /// <exception cref="IOException">The files cannot be written.</exception>
    public static string Write(AblationReport ablation, string folder) => ReportFiles.Write(Build(new AblationContext(ablation)), folder);

    /// <summary>Builds the report of a run.</summary>
    internal static ReportDocument Build(RunContext context) => new()
    {
        Name = RunTitle.Name(context.Run),
        Subtitle = RunTitle.Subtitle(context.Run),
        Sections = ReportPanels.Build(ReportPanels.OfRun, context),
    };

    /// <summary>Builds the report of a run that ends with signals.</summary>
    internal static ReportDocument Build(SignalsContext context) => new()
    {
        Name = RunTitle.Name(context.Run),
        Subtitle = RunTitle.Subtitle(context.Run),
        Sections = ReportPanels.Build(ReportPanels.OfSignals, context),
    };

    /// <summary>Builds the report of a search.</summary>
    internal static ReportDocument Build(SearchContext context) => new()
    {
        Name = context.Experiment.Entry.Name,
        Subtitle = context.Subtitle,
        Sections = ReportPanels.Build(ReportPanels.OfSearch, context),
    };

    /// <summary>Builds the report of a research workflow.</summary>
    internal static ReportDocument Build(ResearchContext context) => new()
    {
        Name = context.Research.Workflow,
        Subtitle = context.Subtitle,
        Sections = ReportPanels.Build(ReportPanels.OfResearch, context),
    };

    /// <summary>Builds the report of an ablation.</summary>
    internal static ReportDocument Build(AblationContext context) => new()
    {
        Name = context.Report.Name,
        Subtitle = $"What each of {Written.Count(context.Report.Parts.Count, "part", "parts")} adds",
        Sections = ReportPanels.Build(ReportPanels.OfAblation, context),
    };
}
