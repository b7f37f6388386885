namespace Backtest.Reporting;

/// <summary>The run on days held out, beside buying and holding.</summary>
internal sealed class HoldoutPanel : IPanel<ResearchContext>
{
    /// <inheritdoc/>
    public ReportSection? Build(ResearchContext context)
    {
        if (context.Holdout is not { Curve: { Count: > 1 } curve } holdout)
            return null;
        var times = TimeColumn.Of(curve, point => Start(point.Day));
        return new ReportSection("holdout", "Days held out",
        [
            new LinesBlock(
                [
                    new Line("the run", times, NumberColumn.Of(curve, point => point.Wealth)),
                    new Line($"{holdout.Benchmark} bought and held", times, NumberColumn.Of(curve, point => point.Benchmark)) { IsReference = true },
                ],
                Format.Number)
            { Title = "A capital of 1 on days held out", Note = $"backtest report {context.Relative(holdout.Run)} writes the page of the run." },
        ])
        { Lead = "No step before has seen these days: earlier ones only warm up and train." };
    }

    private static DateTime Start(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}
