using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>The equity of the run compared with holding the traded symbols, its drawdown, and the regimes.</summary>
internal sealed class EquityPanel : IPanel<RunContext>
{
    private const int MostPoints = 4000;
    private const int MostPortfolios = 8;
    private const int MostRibbons = 6;

    /// <inheritdoc/>
    public ReportSection? Build(RunContext context)
    {
        RunEquity equity = context.Run.Equity;
        if (equity.Total.Count < 2)
            return null;
        var lines = new List<Line> { Of("total", equity.Total, equity.Total.Equity) };
        if (context.BuyAndHold is { } held)
            lines.Add(Of("buy and hold", held) with { IsReference = true });
        if (equity.Portfolios.Count > 1)
            lines.AddRange(equity.Portfolios.Take(MostPortfolios).Select(portfolio => Of(portfolio.Name, portfolio, portfolio.Equity)));
        var drawdown = new double[equity.Total.Count];
        for (int i = 0; i < drawdown.Length; i++)
            drawdown[i] = -equity.Total.Drawdown[i];
        var block = new TimelineBlock(lines, Of("underwater", equity.Total, drawdown), Ribbons(context), Drawdowns(context))
        { Title = "Equity, drawdown and regimes", Note = Note(equity, context) };
        return new ReportSection("equity", "Equity", [block])
        { Lead = "Drag to pan. To zoom, hold Ctrl and use the wheel, or drag the ends of the bar below." };
    }

    private static IReadOnlyList<Stretch> Drawdowns(RunContext context)
    {
        DateOnly first = context.Curve.Days[0].Day;
        DateOnly last = context.Curve.Days[^1].Day;
        return [.. DrawdownSpell.Worst(context.Curve, DrawdownSpell.Listed).Select((spell, index) => new Stretch(
            Written.Count(index + 1), End(spell.Peak ?? first), End(spell.Recovery ?? last)))];
    }

    // A day's equity is that at its end.
    private static DateTime End(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddDays(1);

    private static string? Note(RunEquity equity, RunContext context)
    {
        var notes = new List<string>();
        if (equity.Total.Count > MostPoints)
            notes.Add($"Shows {Written.Count(MostPoints)} of {Written.Count(equity.Total.Count, "row", "rows")}, including all extremes.");
        if (equity.Portfolios.Count > MostPortfolios)
            notes.Add($"The first {MostPortfolios} of {equity.Portfolios.Count} portfolios are shown.");
        int ribbons = RibbonKeys(context).Count();
        if (ribbons > MostRibbons)
            notes.Add($"{MostRibbons} of {Written.Count(ribbons)} series of regimes are shown.");
        if (context.BuyAndHold is not null)
            notes.Add("Buy and hold: the capital split equally among the traded symbols from their first open, without costs.");
        return notes.Count > 0 ? string.Join(' ', notes) : null;
    }

    private static Line Of(string name, DailyCurve curve) => new(
        name, new TimeColumn([.. curve.Days.Select(day => End(day.Day).Ticks)]),
        NumberColumn.Of(curve.Days, day => day.Equity));

    private static Line Of(string name, EquitySeries series, ReadOnlySpan<double> values) => ThinnedLine.Of(name, series.Times, values, MostPoints);

    private static IEnumerable<(string Classifier, string? Symbol)> RibbonKeys(RunContext context) =>
        context.Run.Regimes.Select(row => (row.Classifier, row.Symbol)).Distinct();

    private static IReadOnlyList<Ribbon> Ribbons(RunContext context)
    {
        DateTime until = context.Run.Equity.Total.Times[^1];
        return
        [
            .. RibbonKeys(context).Take(MostRibbons).Select(key =>
            {
                RegimeRow[] rows = [.. context.Run.Regimes.Where(row => row.Classifier == key.Classifier && row.Symbol == key.Symbol)];
                return new Ribbon(key.Symbol is { } symbol ? $"{key.Classifier} {symbol}" : key.Classifier, TimeColumn.Of(rows, row => row.Time),
                    TextColumn.Of(rows, row => row.Regime), until);
            }),
        ];
    }
}
