using Backtest.Research;

namespace Backtest.Reporting;

/// <summary>The weight of each strategy in each regime.</summary>
internal sealed class WeightsPanel : IPanel<ResearchContext>
{
    /// <inheritdoc/>
    public ReportSection? Build(ResearchContext context)
    {
        Block[] blocks = [.. context.Of(step => step.Ensemble).Where(step => step.Figures.Regimes.Count > 0).SelectMany(step => Blocks(step.Figures, step.Suffix))];
        return blocks.Length == 0 ? null : new ReportSection("weights", "Weights in each regime", blocks)
        {
            Lead = "Weights were chosen on the days they are measured on, so they look better than they are. Only the held-out days test them.",
        };
    }

    private static Block[] Blocks(EnsembleFigures figures, string suffix)
    {
        IReadOnlyList<RegimeWeights> regimes = figures.Regimes;
        string[] strategies = [.. regimes[0].Weights.Keys];
        return
        [
            new BarsBlock(
                TextColumn.Of(regimes, row => row.Regime),
                [.. strategies.Select(strategy => new BarSet(ResearchContext.Short(strategy), NumberColumn.Of(regimes, row => row.Weights[strategy])))],
                Format.Number)
            { Title = $"Weights{suffix}" },
            new TableBlock("weights",
            [
                new("regime", "Regime", TextColumn.Of(regimes, row => row.Regime), Format.Text),
                .. strategies.Select(strategy => new TableColumn(
                    ResearchContext.Short(strategy), ResearchContext.Short(strategy), NumberColumn.Of(regimes, row => row.Weights[strategy]), Format.Number)),
                new("sharpe", "Sharpe ratio", NumberColumn.Of(regimes, row => row.Sharpe ?? double.NaN), Format.Number),
                new("even", "with even weights", NumberColumn.Of(regimes, row => row.EvenSharpe ?? double.NaN), Format.Number),
                new("days", "Days", NumberColumn.Of(regimes, row => row.Days), Format.Integer),
                new("tried", "Tried", NumberColumn.Of(regimes, row => row.Tried), Format.Integer),
            ])
            { Title = $"On the days of each regime{suffix}" },
            new FiguresBlock(
            [
                new Figure("sharpe", "Sharpe ratio, these weights", figures.Run.Sharpe, Format.Number) { Note = "before the held-out days" },
                new Figure("evenSharpe", "Sharpe ratio, even weights", figures.Even.Sharpe, Format.Number) { Note = "on the same days" },
                new Figure("return", "Return, these weights", figures.Run.TotalReturn, Format.Percent) { Note = "before the held-out days" },
                new Figure("evenReturn", "Return, even weights", figures.Even.TotalReturn, Format.Percent) { Note = "on the same days" },
            ]),
        ];
    }
}
