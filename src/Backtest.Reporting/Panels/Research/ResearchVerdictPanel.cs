using Backtest.Research;

namespace Backtest.Reporting;

/// <summary>The result of the run on the held-out days, and whether it may be luck.</summary>
internal sealed class ResearchVerdictPanel : IPanel<ResearchContext>
{
    /// <inheritdoc/>
    public ReportSection? Build(ResearchContext context)
    {
        if (context.Holdout is not { } holdout)
        {
            return new ReportSection("verdict", "Verdict",
            [
                new NotesBlock([new Remark(RemarkLevel.Warning, "Not tested", "There is no run on held-out days yet, and only such days can test the result of the steps.")
                    { Fix = "Run the file again to continue, or add a step of type holdout." }]),
            ]);
        }

        MeanDifference? difference = holdout.Difference;
        return new ReportSection("verdict", "Verdict",
        [
            new FiguresBlock(
            [
                new Figure("totalReturn", "Return, held out", holdout.TotalReturn, Format.Percent)
                    { Note = $"{Written.Count(holdout.Days, "day", "days")} from {Written.Day(holdout.Holdout.From)} on", IsSigned = true },
                new Figure("benchmarkReturn", "Buy and hold", holdout.BenchmarkReturn, Format.Percent) { Note = holdout.Benchmark, IsSigned = true },
                new Figure("difference", "Difference a day", difference?.Mean * 10_000, Format.BasisPoints)
                    { Note = difference is null ? "too few days" : Interval(difference), IsSigned = true },
                new Figure("pValue", "p of no difference", difference?.PValue, Format.Precise) { Note = "how often luck alone gives this difference" },
                new Figure("sharpe", "Sharpe ratio", holdout.Sharpe, Format.Number) { Note = $"{Written.Count(holdout.Trades, "trade", "trades")} ended" },
                new Figure("looks", "Looks", holdout.Holdout.Looks, Format.Integer) { Note = $"at these days by {holdout.Holdout.Family}" },
            ]),
            new NotesBlock([.. Notes(context, holdout)]),
        ]);
    }

    private static IEnumerable<Remark> Notes(ResearchContext context, HoldoutFigures holdout)
    {
        if (holdout.Status != "completed")
            yield return new Remark(RemarkLevel.Error, "The run did not complete", $"Its status is {holdout.Status}. See its faults in {context.Relative(holdout.Run)}.");
        if (holdout.Holdout.Looks > 1)
        {
            yield return new Remark(RemarkLevel.Warning, "Used before", holdout.Holdout.Text)
            { Fix = "For the next idea, hold out later days when they are available." };
        }

        StepResult step = context.Done.Last(step => step.Holdout is not null);
        foreach (string finding in step.Findings.Where(finding => finding != holdout.Holdout.Text))
            yield return Remarks.Of(finding);
    }

    private static string Interval(MeanDifference difference) =>
        $"95% between {Written.Money(difference.Low * 10_000)} and {Written.Money(difference.High * 10_000)}";
}
