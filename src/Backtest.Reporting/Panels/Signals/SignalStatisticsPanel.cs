using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>All statistics of signals.</summary>
internal sealed class SignalStatisticsPanel : IPanel<SignalsContext>
{
    /// <inheritdoc/>
    public ReportSection? Build(SignalsContext context)
    {
        IReadOnlyList<SignalStatistic> rows = context.Statistics;
        if (rows.Count == 0)
            return null;
        return new ReportSection("statistics", "Statistics",
        [
            new TableBlock("signal_statistics",
            [
                new("portfolio", "Portfolio", TextColumn.Of(rows, row => row.Portfolio), Format.Text) { IsFilter = true },
                new("strategy", "Strategy", TextColumn.Of(rows, row => row.Strategy), Format.Text) { IsFilter = true },
                new("of", "Of", TextColumn.Of(rows, row => row.Symbol ?? row.Regime ?? "all"), Format.Text) { IsFilter = true },
                new("horizon", "Bars", NumberColumn.Of(rows, row => row.Horizon), Format.Integer) { IsFilter = true },
                new("measured", "Signals", NumberColumn.Of(rows, row => row.Measured), Format.Integer),
                new("hit_rate", "Gains", NumberColumn.Of(rows, row => row.HitRate ?? double.NaN), Format.Percent),
                new("expectancy", "Mean return", NumberColumn.Of(rows, row => row.Expectancy ?? double.NaN), Format.Percent) { IsSigned = true },
                new("t", "t", NumberColumn.Of(rows, row => row.T ?? double.NaN), Format.Number),
                new("mfe", "Best excursion", NumberColumn.Of(rows, row => row.Mfe ?? double.NaN), Format.Percent),
                new("mae", "Worst excursion", NumberColumn.Of(rows, row => row.Mae ?? double.NaN), Format.Percent),
                new("coefficient", "Coefficient", NumberColumn.Of(rows, row => row.Coefficient ?? double.NaN), Format.Number),
                new("coefficient_t", "Its t", NumberColumn.Of(rows, row => row.CoefficientT ?? double.NaN), Format.Number),
                new("coefficient_over", "Measured over", TextColumn.Of(rows, Over), Format.Text),
            ])
            {
                Title = "By strategy, symbol, regime and horizon",
                Note = "t is corrected for overlap (Newey and West, 1987). The coefficient is Spearman's rank correlation of direction times strength with the market's return.",
            },
        ]);
    }

    private static string? Over(SignalStatistic row) => row.CoefficientOver switch
    {
        CoefficientKind.CrossSection => "symbols",
        CoefficientKind.Time => "time",
        _ => null,
    };
}
