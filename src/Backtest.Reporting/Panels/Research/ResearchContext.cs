using Backtest.Research;

namespace Backtest.Reporting;

/// <summary>The input of a research workflow's panels.</summary>
/// <param name="Research">The workflow.</param>
internal sealed record ResearchContext(StoredResearch Research)
{
    /// <summary>The run on the held-out days; the last if there are several.</summary>
    public HoldoutFigures? Holdout => Of(step => step.Holdout) is [.., var last] ? last.Figures : null;

    /// <summary>The results of completed steps.</summary>
    public IEnumerable<StepResult> Done => Research.Steps.Select(step => step.Result).OfType<StepResult>();

    /// <summary>The steps and how many of them are complete, in one line.</summary>
    public string Subtitle =>
        $"{Written.Count(Research.Steps.Count, "step", "steps")}: {string.Join(", ", Research.Steps.Select(step => step.Name))}"
        + (Done.Count() < Research.Steps.Count ? " · not finished" : "");

    /// <summary>The last part of a path, such as the name of a strategy.</summary>
    public static string Short(string path) => path[(path.LastIndexOf('.') + 1)..];

    /// <summary>A folder inside that of the workflow, relative to the workflow folder's parent.</summary>
    public string Relative(string folder) => Path.GetRelativePath(Path.GetDirectoryName(Research.Folder) ?? Research.Folder, folder).Replace('\\', '/');

    /// <summary>The completed steps of a kind, each with its figures and a suffix for titles: its name, if there are several.</summary>
    public IReadOnlyList<(T Figures, string Suffix)> Of<T>(Func<StepResult, T?> read)
        where T : class
    {
        (T? Figures, string Name)[] found = [.. Done.Select(step => (read(step), step.Name)).Where(step => step.Item1 is not null)];
        return [.. found.Select(step => (step.Figures!, found.Length > 1 ? $", {step.Name}" : ""))];
    }
}
