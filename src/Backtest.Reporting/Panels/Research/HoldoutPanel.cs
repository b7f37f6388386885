using Backtest.Research;

namespace Backtest.Reporting;

/// <summary>The run on the held-out days, compared with buying and holding.</summary>
internal sealed class HoldoutPanel : IPanel<ResearchContext>
{
    /// <inheritdoc/>
    public ReportSection? Build(ResearchContext context)
    {
        Block[] blocks = [.. context.Of(step => step.Holdout).Where(step => step.Figures.Curve.Count > 1).Select(step => Lines(context, step.Figures, step.Suffix))];
        return blocks.Length == 0 ? null : new ReportSection("holdout", "Held-out days", blocks)
        {
            Lead = "No earlier step has used these days. Earlier days are only used for warm-up and training.",
        };
    }

    private static LinesBlock Lines(ResearchContext context, HoldoutFigures holdout, string suffix)
    {
        IReadOnlyList<HoldoutDay> curve = holdout.Curve;
        var times = TimeColumn.Of(curve, point => point.Day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        return new LinesBlock(
            [
                new Line("the run", times, NumberColumn.Of(curve, point => point.Wealth)),
                new Line($"{holdout.Benchmark}, buy and hold", times, NumberColumn.Of(curve, point => point.Benchmark)) { IsReference = true },
            ],
            Format.Number)
        {
            Title = $"A capital of 1 on the held-out days{suffix}",
            Note = $"To write the page of the run, use backtest report {context.Relative(holdout.Run)}.",
        };
    }
}
