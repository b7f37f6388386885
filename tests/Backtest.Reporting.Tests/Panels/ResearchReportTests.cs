using Backtest.Reporting;
using Backtest.Research;

namespace Backtest.Tests;

/// <summary>The contents of reports on research workflows and ablations.</summary>
public sealed class ResearchReportTests
{
    [Fact]
    public void The_page_of_a_workflow_has_a_section_for_each_thing_its_steps_arrived_at()
    {
        ReportDocument document = Report.Build(new ResearchContext(StoredFigures.Research()));

        Assert.Equal(["verdict", "holdout", "steps", "states", "regimes", "weights", "record"], document.Sections.Select(section => section.Id));
        Assert.Equal("5 steps: one, two, regimes, ensemble, validate", document.Subtitle);
        Figure[] figures = [.. Block<FiguresBlock>(document, "verdict").Figures];
        Assert.Equal((0.21, 0.1, 2.0), (figures[0].Value, figures[1].Value, figures[2].Value!.Value)); // two basis points per day
        Assert.Equal("Used before", Block<NotesBlock>(document, "verdict").Notes[0].Title);
        GraphBlock graph = Block<GraphBlock>(document, "steps");
        Assert.Equal([0, 0, 1, 2, 3], graph.Nodes.Select(node => node.Depth));
        Assert.Equal(["one → regimes", "two → regimes", "regimes → ensemble", "ensemble → validate"], graph.Links.Select(link => $"{link.From} → {link.To}"));
        Assert.Equal(["bear", "bull"], Block<BarsBlock>(document, "weights").Labels.Values);
        Assert.Equal(["one", "two"], Block<BarsBlock>(document, "weights").Series.Select(series => series.Name));
        Assert.Equal(12, Assert.Single(Block<BarsBlock>(document, "regimes").Series[0].Values.Values), 9); // the one that was compared
        Assert.StartsWith("1 of 1 compared were used", Block<TableBlock>(document, "regimes").Note, StringComparison.Ordinal);
        Assert.Equal([1.21, 1.1], Block<LinesBlock>(document, "holdout").Lines.Select(line => line.Values.Values[^1]));
    }

    [Fact]
    public void A_workflow_that_has_not_ended_says_so_and_shows_what_is_done()
    {
        StoredResearch whole = StoredFigures.Research();
        ReportDocument document = Report.Build(new ResearchContext(
            whole with { Steps = [.. whole.Steps.Select((step, i) => i < 2 ? step : step with { Result = null })] }));

        Assert.Equal(["verdict", "steps", "record"], document.Sections.Select(section => section.Id));
        Assert.Equal("Not tested", Block<NotesBlock>(document, "verdict").Notes[0].Title);
        Assert.EndsWith("not finished", document.Subtitle, StringComparison.Ordinal);
        Assert.Equal([true, true, false, false, false], Block<GraphBlock>(document, "steps").Nodes.Select(node => node.IsDone));
    }

    [Fact]
    public void Steps_of_one_kind_are_told_apart_by_their_names()
    {
        StoredResearch one = StoredFigures.Research();
        StoredStep ensemble = one.Steps[3];
        StoredStep other = ensemble with { Name = "others", Result = ensemble.Result! with { Name = "others" } };
        ReportDocument document = Report.Build(new ResearchContext(one with { Steps = [.. one.Steps, other] }));

        Assert.Equal(
            ["Weights, ensemble", "Weights, others"],
            document.Sections.Single(section => section.Id == "weights").Blocks.OfType<BarsBlock>().Select(block => block.Title));
    }

    [Fact]
    public void Each_part_of_an_ablation_has_a_bar_with_its_interval()
    {
        ReportDocument document = Report.Build(new AblationContext(StoredFigures.Ablation()));

        BarsBlock sharpe = Block<BarsBlock>(document, "parts");
        Assert.Equal(["strategy main.one", "limit main.max_drawdown"], sharpe.Labels.Values);
        BarSet bars = Assert.Single(sharpe.Series);
        Assert.Equal([0.4, -0.2], bars.Values.Values);
        Assert.Equal([0.1, -0.3], bars.Low!.Values);
        Assert.Equal([0.6, -0.1], bars.High!.Values);
        Assert.Equal(
            [("Better without", RemarkLevel.Warning), ("How to read this", RemarkLevel.Information), ("strategy main.two", RemarkLevel.Warning)],
            Block<NotesBlock>(document, "verdict").Notes.Select(note => (note.Title, note.Level)));
        Assert.Equal((1.0, 1.0), (Figure(document, "surely"), Figure(document, "harmful")));
    }

    private static double? Figure(ReportDocument document, string id) => Block<FiguresBlock>(document, "verdict").Figures.Single(figure => figure.Id == id).Value;

    private static TBlock Block<TBlock>(ReportDocument document, string section)
        where TBlock : Block => document.Sections.Single(each => each.Id == section).Blocks.OfType<TBlock>().First();
}
