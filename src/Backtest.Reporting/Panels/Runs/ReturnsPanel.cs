using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>The distribution of returns, their change over time, and the worst periods.</summary>
internal sealed class ReturnsPanel : IPanel<RunContext>
{
    private const int LongestWindow = 126;
    private const int ShortestWindow = 20;
    private static readonly double[] Probabilities = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99];

    /// <inheritdoc/>
    public ReportSection? Build(RunContext context)
    {
        double[] returns = context.Curve.Returns();
        double[] sorted = [.. returns.Where(double.IsFinite).Order()];
        if (sorted.Length < 2)
            return null;
        var blocks = new List<Block>
        {
            new FiguresBlock(Figures(context, sorted)),
            Histograms.Of(sorted, Format.Percent) with { Title = "Daily returns",
                Note = $"{Written.Count(sorted.Length, "day", "days")}; each bar starts at its label." },
        };
        int window = Math.Min(LongestWindow, returns.Length / 4);
        if (window >= ShortestWindow)
            blocks.AddRange(Rolling(context, returns, window));
        if (Drawdowns(context) is { } drawdowns)
            blocks.Add(drawdowns);
        if (Crises(context) is { } crises)
            blocks.Add(crises);
        return new ReportSection("returns", "Returns and risk", blocks);
    }

    private static IReadOnlyList<Figure> Figures(RunContext context, double[] sorted)
    {
        PerformanceMetrics? total = context.Total;
        return
        [
            .. Probabilities.Select(probability => new Figure(
                FormattableString.Invariant($"quantile{probability * 100:0}"),
                    probability == 0.5 ? "Median day" : FormattableString.Invariant($"{probability * 100:0}% quantile"),
                    Distribution.Quantile(sorted, probability), Format.Percent) { IsSigned = true }),
            new Figure("conditionalValueAtRisk95", "Mean of the worst 5%", -total?.ConditionalValueAtRisk95, Format.Percent) { IsSigned = true },
            new Figure("volatility", "Volatility a year", total?.Volatility, Format.Percent),
            new Figure("sortino", "Sortino ratio", total?.Sortino, Format.Number),
            new Figure("calmar", "Calmar ratio", total?.Calmar, Format.Number),
            new Figure("skewness", "Skewness", total?.Skewness, Format.Number),
            new Figure("kurtosis", "Excess kurtosis", total?.Kurtosis, Format.Number),
        ];
    }

    private static IEnumerable<Block> Rolling(RunContext context, double[] returns, int window)
    {
        DateOnly[] days = [.. context.Curve.Days.Skip(window - 1).Select(day => day.Day)];
        string over = $"Over the {window} days before each.";
        yield return Lines("Rolling Sharpe ratio", over, days, RollingFigures.Sharpe(returns, window, context.PeriodsPerYear), Format.Number);
        yield return Lines("Rolling volatility, a year", over, days, RollingFigures.Volatility(returns, window, context.PeriodsPerYear),
            Format.Percent);
        if (context.BuyAndHold is { } held)
            yield return Lines("Rolling beta to buy-and-hold", over, days, RollingFigures.Beta(returns, held.Returns(), window), Format.Number);
    }

    private static LinesBlock Lines(string title, string note, DateOnly[] days, double[] values, Format format) => new(
        [new Line(title, new TimeColumn([.. days.Select(day => day.ToDateTime(TimeOnly.MinValue).Ticks)]), new NumberColumn(values, Digits: 5))],
            format)
    { Title = title, Note = note };

    private static TableBlock? Drawdowns(RunContext context)
    {
        IReadOnlyList<DrawdownSpell> spells = DrawdownSpell.Worst(context.Curve, DrawdownSpell.Listed);
        return spells.Count == 0 ? null : new TableBlock("drawdowns",
        [
            new("rank", "Rank", new NumberColumn([.. Enumerable.Range(1, spells.Count).Select(rank => (double)rank)]), Format.Integer),
            new("depth", "Depth", NumberColumn.Of(spells, spell => -spell.Depth), Format.Percent) { IsSigned = true },
            new("peak", "Peak", new TimeColumn([.. spells.Select(spell => Ticks(spell.Peak))]), Format.Date),
            new("trough", "Trough", new TimeColumn([.. spells.Select(spell => Ticks(spell.Trough))]), Format.Date),
            new("recovery", "Recovery", new TimeColumn([.. spells.Select(spell => Ticks(spell.Recovery))]), Format.Date),
            new("days", "Calendar days", NumberColumn.Of(spells, spell => spell.Days), Format.Integer),
        ])
        {
            Title = "Worst drawdowns",
            Note = "Of daily equity. Without a peak, it fell from the initial capital. Without a recovery, it had not recovered by the last day."
        };
    }

    private static TableBlock? Crises(RunContext context)
    {
        IReadOnlyList<DailyEquity> days = context.Curve.Days;
        CrisisWindow[] windows = [.. CrisisWindow.Within(days[0].Day, days[^1].Day)];
        return windows.Length == 0 ? null : new TableBlock("crises",
        [
            new("name", "Crisis", TextColumn.Of(windows, window => window.Name), Format.Text),
            new("from", "From", new TimeColumn([.. windows.Select(window => Ticks(window.From))]), Format.Date),
            new("to", "To", new TimeColumn([.. windows.Select(window => Ticks(window.To))]), Format.Date),
            new("return", "Return", NumberColumn.Of(windows, window => context.Curve.Return(window.From, window.To) ?? double.NaN), Format.Percent)
                { IsSigned = true },
            new("drawdown", "Maximum drawdown",
                NumberColumn.Of(windows, window => -(DrawdownSpell.Worst(context.Curve.Between(window.From, window.To), 1) is [var spell]
                ? spell.Depth : 0)), Format.Percent) { IsSigned = true },
            new("held", "Buy and hold", NumberColumn.Of(windows, window => context.BuyAndHold?.Return(window.From, window.To) ?? double.NaN),
                Format.Percent) { IsSigned = true },
        ])
        { Title = "In times of stress", Note = "Known stock market crises during the run." };
    }

    private static long Ticks(DateOnly? day) => day is { } value ? value.ToDateTime(TimeOnly.MinValue).Ticks : TimeColumn.None;
}
