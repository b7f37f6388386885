using Backtest.Research;

namespace Backtest.Reporting;

/// <summary>What panels of a research workflow are built of.</summary>
/// <param name="Research">The workflow.</param>
internal sealed record ResearchContext(StoredResearch Research)
{
    /// <summary>The run on days held out, the last where there are several.</summary>
    public HoldoutFigures? Holdout => Of(step => step.Holdout) is [.., var last] ? last.Figures : null;

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

    /// <summary>The steps of a kind that are done, each with its figures, and what its titles end with: its name, where there are several.</summary>
    public IReadOnlyList<(T Figures, string Suffix)> Of<T>(Func<StepResult, T?> read)
        where T : class
    {
        (T? Figures, string Name)[] found = [.. Done.Select(step => (read(step), step.Name)).Where(step => step.Item1 is not null)];
        return [.. found.Select(step => (step.Figures!, found.Length > 1 ? $", {step.Name}" : ""))];
    }
}
