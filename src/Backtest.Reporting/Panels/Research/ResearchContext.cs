using Backtest.Research;

namespace Backtest.Reporting;

/// <summary>What panels of a research workflow are built of.</summary>
/// <param name="Research">The workflow.</param>
internal sealed record ResearchContext(StoredResearch Research)
{
    /// <summary>The last steps of each kind that are done, with the figures of the kind.</summary>
    public RegimesFigures? Regimes => Last(step => step.Regimes);

    /// <summary>The weights, where an ensemble is done.</summary>
    public EnsembleFigures? Ensemble => Last(step => step.Ensemble);

    /// <summary>The run on days held out, where it is done.</summary>
    public HoldoutFigures? Holdout => Last(step => step.Holdout);

    /// <summary>The steps that are done.</summary>
    public IEnumerable<StepResult> Done => Research.Steps.Select(step => step.Result).OfType<StepResult>();

    /// <summary>How many steps there are and how many are done, in a line.</summary>
    public string Subtitle =>
        $"{Written.Count(Research.Steps.Count, "step", "steps")}: {string.Join(", ", Research.Steps.Select(step => step.Name))}"
        + (Done.Count() < Research.Steps.Count ? " · not ended" : "");

    /// <summary>The last part of a path: a strategy by its name.</summary>
    public static string Short(string path) => path[(path.LastIndexOf('.') + 1)..];

    /// <summary>A folder inside that of the workflow, as it is named from the folder above.</summary>
    public string Relative(string folder) => Path.GetRelativePath(Path.GetDirectoryName(Research.Folder) ?? Research.Folder, folder).Replace('\\', '/');

    private T? Last<T>(Func<StepResult, T?> read)
        where T : class => Done.Select(read).LastOrDefault(figures => figures is not null);
}
