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
                new NotesBlock([new Remark(RemarkLevel.Warning, "Not judged", "No run on days held out has been made, and only such days judge what the steps arrived at.")
                    { Fix = "Run the file again to go on, or give it a step of type holdout." }]),
            ]);
        }

        MeanDifference? difference = holdout.Difference;
        return new ReportSection("verdict", "Verdict",
        [
            new FiguresBlock(
            [
                new Figure("totalReturn", "Return, held out", holdout.TotalReturn, Format.Percent)
                    { Note = $"{Written.Count(holdout.Days, "day", "days")} from {Written.Day(holdout.Holdout.From)} on", IsSigned = true },
                new Figure("benchmarkReturn", "Bought and held", holdout.BenchmarkReturn, Format.Percent) { Note = holdout.Benchmark, IsSigned = true },
                new Figure("difference", "Difference a day", difference?.Mean * 10_000, Format.BasisPoints)
                    { Note = difference is null ? "too few days" : Interval(difference), IsSigned = true },
                new Figure("pValue", "p of no difference", difference?.PValue, Format.Precise) { Note = "how often luck alone comes to as much" },
                new Figure("sharpe", "Sharpe ratio", holdout.Sharpe, Format.Number) { Note = $"{Written.Count(holdout.Trades, "trade", "trades")} ended" },
                new Figure("looks", "Looks", holdout.Holdout.Looks, Format.Integer) { Note = $"at these days, by {holdout.Holdout.Family}" },
            ]),
            new NotesBlock([.. Notes(context, holdout)]),
        ]);
    }

    private static IEnumerable<Remark> Notes(ResearchContext context, HoldoutFigures holdout)
    {
        if (holdout.Status != "completed")
            yield return new Remark(RemarkLevel.Error, "The run did not end well", $"Its status is {holdout.Status}; see what faulted in {context.Relative(holdout.Run)}.");
        if (holdout.Holdout.Looks > 1)
        {
            yield return new Remark(RemarkLevel.Warning, "Looked at before", holdout.Holdout.Text)
            { Fix = "Hold out later days, once there are some, for the next idea." };
        }

        StepResult step = context.Done.Last(step => step.Holdout is not null);
        foreach (string finding in step.Findings.Where(finding => finding != holdout.Holdout.Text))
            yield return Remarks.Of(finding);
    }

    private static string Interval(MeanDifference difference) =>
        $"95% between {Written.Money(difference.Low * 10_000)} and {Written.Money(difference.High * 10_000)}";
}
