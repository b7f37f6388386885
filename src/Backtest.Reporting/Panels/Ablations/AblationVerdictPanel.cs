using Backtest.Research;

namespace Backtest.Reporting;

/// <summary>The figures of the whole run, and the parts without which it would be worse.</summary>
internal sealed class AblationVerdictPanel : IPanel<AblationContext>
{
    /// <inheritdoc/>
    public ReportSection? Build(AblationContext context)
    {
        AblationFigures whole = context.Report.Whole;
        AblationEffect[] measured = [.. context.Parts.Where(part => part.Sharpe is not null)];
        string[] surely = [.. measured.Where(part => part.Sharpe!.P5 > 0).Select(AblationContext.Name)];
        string[] harmful = [.. measured.Where(part => part.Sharpe!.P95 < 0).Select(AblationContext.Name)];
        var notes = new List<Remark>
        {
            new(RemarkLevel.Information, "How to read this",
                "Each part is left out by itself, and the capital it frees stays idle. The contributions do not add up to the whole, because a part can make up for another, or work only "
                + "together with it. An interval that contains zero means that the days of this run do not show whether the part adds anything."),
        };
        if (harmful.Length > 0)
        {
            notes.Insert(0, new Remark(RemarkLevel.Warning, "Better without", $"The Sharpe ratio is higher without {string.Join(", ", harmful)}, by more than its interval.")
            { Fix = "If you remove a part because of these figures, test the result on other days." });
        }

        notes.AddRange(context.Report.Parts.Where(part => part.Unavailable is not null)
            .Select(part => new Remark(RemarkLevel.Warning, AblationContext.Name(part), $"It cannot be left out: {part.Unavailable}")));
        return new ReportSection("verdict", "Verdict",
        [
            new FiguresBlock(
            [
                new Figure("sharpe", "Sharpe ratio", whole.Sharpe, Format.Number) { Note = "of the full run" },
                new Figure("totalReturn", "Return", whole.TotalReturn, Format.Percent) { Note = "of the full run", IsSigned = true },
                new Figure("maxDrawdown", "Maximum drawdown", whole.MaxDrawdown, Format.Percent) { Note = "of the full run" },
                new Figure("parts", "Parts", context.Report.Parts.Count, Format.Integer) { Note = "left out one at a time" },
                new Figure("surely", "Clearly add", surely.Length, Format.Integer) { Note = "to the Sharpe ratio: the interval is above zero" },
                new Figure("harmful", "Clearly reduce", harmful.Length, Format.Integer) { Note = "the Sharpe ratio: the interval is below zero" },
            ]),
            new NotesBlock(notes),
        ]);
    }
}
