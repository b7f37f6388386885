using System.Globalization;
using Backtest.Research;

namespace Backtest.Reporting;

/// <summary>How many states the classifier should have.</summary>
internal sealed class StatesPanel : IPanel<ResearchContext>
{
    /// <inheritdoc/>
    public ReportSection? Build(ResearchContext context)
    {
        Block[] blocks = [.. context.Of(step => step.Regimes?.States).SelectMany(step => Blocks(step.Figures, step.Suffix))];
        return blocks.Length == 0 ? null : new ReportSection("states", "How many states", blocks);
    }

    private static Block[] Blocks(StatesFinding states, string suffix)
    {
        IReadOnlyList<StatesRow> rows = [.. states.Rows.OrderBy(row => row.States)];
        var labels = TextColumn.Of(rows, row => row.States.ToString(CultureInfo.InvariantCulture));
        return
        [
            new FiguresBlock(
            [
                new Figure("chosen", "Chosen", states.Chosen, Format.Integer) { Note = states.Chosen is null ? "none: the number in the run file applies" : $"states of {states.Classifier}" },
                new Figure("best", "Best prediction", states.Best, Format.Integer) { Note = $"for {Written.Count(states.Bars, "bar", "bars")} not yet fitted" },
                new Figure("byHeldOut", "Not worse beyond chance", states.ByHeldOut, Format.Integer) { Note = "the fewest states, at 0.05" },
                new Figure("byBic", "Lowest BIC", states.ByBic, Format.Integer) { Note = states.ByBic is null ? "fitted to different bars" : "of the last fit" },
            ]),
            new CurvesBlock("States", labels, [new Curve("held-out log-likelihood a bar", NumberColumn.Of(rows, row => row.HeldOutPerBar))], Format.Precise)
                { Title = $"Likelihood of bars not yet fitted{suffix}", Note = "The average log-density of a bar predicted from those before it. Higher is better." },
            new CurvesBlock("States", labels, [new Curve("BIC", NumberColumn.Of(rows, row => row.Bic))], Format.Precise)
                { Title = $"Bayesian information criterion{suffix}", Note = "k ln n − 2 ln L of the last fit (Schwarz, 1978). Lower is better." },
            new TableBlock("states",
            [
                new("states", "States", NumberColumn.Of(rows, row => row.States), Format.Integer),
                new("held_out", "Held-out log-likelihood", NumberColumn.Of(rows, row => row.HeldOutLogLikelihood), Format.Number),
                new("per_bar", "a bar", NumberColumn.Of(rows, row => row.HeldOutPerBar), Format.Precise),
                new("below_best", "Below the best", NumberColumn.Of(rows, row => row.BelowBest?.Mean ?? double.NaN), Format.Precise),
                new("p", "p", NumberColumn.Of(rows, row => row.BelowBest?.PValue ?? double.NaN), Format.Precise),
                new("bic", "BIC", NumberColumn.Of(rows, row => row.Bic), Format.Number),
                new("log_likelihood", "Log-likelihood", NumberColumn.Of(rows, row => row.LogLikelihood), Format.Number),
                new("parameters", "Parameters", NumberColumn.Of(rows, row => row.Parameters), Format.Integer),
                new("observations", "Bars fitted", NumberColumn.Of(rows, row => row.Observations), Format.Integer),
            ])
            { Title = $"By number of states{suffix}" },
        ];
    }
}
