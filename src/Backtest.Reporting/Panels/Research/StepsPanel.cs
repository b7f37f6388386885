using Backtest.Research;

namespace Backtest.Reporting;

/// <summary>The graph of the steps, and the result of each.</summary>
internal sealed class StepsPanel : IPanel<ResearchContext>
{
    /// <inheritdoc/>
    public ReportSection? Build(ResearchContext context)
    {
        IReadOnlyList<StoredStep> steps = context.Research.Steps;
        var blocks = new List<Block>
        {
            new GraphBlock(
                [.. steps.Select(step => new GraphNode(step.Name, step.Type, Depth(step, steps), step.Result is not null))],
                [.. steps.SelectMany(step => step.After, (step, before) => new GraphLink(before, step.Name))])
            { Title = "The order of the steps", Note = "Each step receives the results of those before it." },
            new TableBlock("steps",
            [
                new("step", "Step", TextColumn.Of(steps, step => step.Name), Format.Text),
                new("type", "Type", TextColumn.Of(steps, step => step.Type), Format.Text),
                new("after", "Starts from", TextColumn.Of(steps, step => string.Join(", ", step.After)), Format.Text),
                new("arrived", "Result", TextColumn.Of(steps, step => step.Result is { Findings: [var first, ..] } ? first : "not done"), Format.Text),
            ])
            { Title = "Result of each step" },
        };
        (string Step, SearchFigures Figures)[] searches =
            [.. context.Done.Where(step => step.Search is not null).Select(step => (step.Name, step.Search!))];
        if (searches.Length > 0)
        {
            blocks.Add(new TableBlock("searches",
            [
                new("step", "Search", TextColumn.Of(searches, search => search.Step), Format.Text),
                new("parameters", "Best parameters", TextColumn.Of(searches, search => SearchedValues.Write(search.Figures.Parameters)), Format.Text),
                new("goal", "By", TextColumn.Of(searches, search => search.Figures.Goal), Format.Text),
                new("objective", "Objective", NumberColumn.Of(searches, search => search.Figures.Objective), Format.Number),
                new("trials", "Trials", NumberColumn.Of(searches, search => search.Figures.Trials), Format.Integer),
                new("family_trials", "Trials ever", NumberColumn.Of(searches, search => search.Figures.FamilyTrials), Format.Integer),
            ])
            { Title = "Searches", Note = "Each has its own page in the folder of its experiment." });
        }

        return new ReportSection("steps", "Steps", blocks);
    }

    /// <summary>The length of the longest path to a step.</summary>
    private static int Depth(StoredStep step, IReadOnlyList<StoredStep> steps) =>
        step.After.Count == 0 ? 0 : 1 + step.After.Max(name => Depth(steps.First(other => other.Name == name), steps));
}
