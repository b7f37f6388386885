using System.Text.Json.Nodes;
using Backtest.Research;

namespace Backtest.Reporting;

/// <summary>The results of the steps as values of the run file, and what each step depends on.</summary>
internal sealed class ResearchRecordPanel : IPanel<ResearchContext>
{
    /// <inheritdoc/>
    public ReportSection? Build(ResearchContext context)
    {
        if (context.Done.LastOrDefault() is not { } last)
            return null;
        KeyValuePair<string, JsonNode?>[] sets = [.. last.Sets];
        StepResult[] done = [.. context.Done];
        return new ReportSection("record", "Record",
        [
            new TableBlock("sets",
            [
                new("path", "Value of the run file", TextColumn.Of(sets, set => set.Key), Format.Text),
                new("value", "New value", TextColumn.Of(sets, set => set.Value?.ToJsonString() ?? "null"), Format.Text),
            ])
            { Title = $"Values of {last.Name}", Note = "You can set each of them for an ordinary run with --set." },
            new TableBlock("findings",
            [
                new("step", "Step", TextColumn.Of(Findings(done), finding => finding.Step), Format.Text),
                new("finding", "Finding", TextColumn.Of(Findings(done), finding => finding.Text), Format.Text),
            ])
            { Title = "All findings" },
            new TableBlock("identities",
            [
                new("step", "Step", TextColumn.Of(done, step => step.Name), Format.Text),
                new("identity", "Identity", TextColumn.Of(done, step => step.Identity), Format.Text),
            ])
            { Title = "Identities", Note = "A step is repeated if its identity changes." },
        ])
        { Folded = true };
    }

    private static (string Step, string Text)[] Findings(StepResult[] done) =>
        [.. done.SelectMany(step => step.Findings, (step, finding) => (step.Name, finding))];
}
