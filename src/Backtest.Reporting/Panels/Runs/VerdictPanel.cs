using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>Six key figures, and the doubts.</summary>
internal sealed class VerdictPanel : IPanel<RunContext>
{
    private const int MostDoubts = 5;

    /// <summary>Annual figures of less than three months are meaningless.</summary>
    private const double ShortestYears = 0.25;

    /// <inheritdoc/>
    public ReportSection? Build(RunContext context)
    {
        if (context.Total is not { } total)
            return null;
        var blocks = new List<Block> { new FiguresBlock(Figures(context, total)) };
        List<Remark> remarks = [.. context.Doubts.Take(MostDoubts).Select(Of), .. Problems(context, total)];
        if (remarks.Count > 0)
            blocks.Add(new NotesBlock(remarks));
        return new ReportSection("verdict", "Verdict", blocks);
    }

    private static IReadOnlyList<Figure> Figures(RunContext context, PerformanceMetrics total)
    {
        bool isLong = context.Years >= ShortestYears;
        return
        [
            isLong
                ? new Figure("cagr", "Growth a year", total.Cagr, Format.Percent)
                    { IsSigned = true, Note = $"{Written.Money((double)total.FinalEquity)} {context.Currency}, {Signed(total.TotalReturn)} in total" }
                : new Figure("totalReturn", "Total return", total.TotalReturn, Format.Percent)
                    { IsSigned = true, Note = "less than three months: no annual figures" },
            new Figure("maxDrawdown", "Maximum drawdown", -total.MaxDrawdown, Format.Percent) { IsSigned = true, Note = Deepest(context) },
            new Figure("sharpe", "Sharpe ratio", isLong ? total.Sharpe : null, Format.Number)
                { Note = isLong ? Scaling(context) : "needs three months" },
            new Figure("averageTrade", "Mean trade", total.AverageTrade, Format.Money) { IsSigned = true, Note = Trading(context, total) },
            new Figure("exposure", "Time invested", total.Exposure, Format.Percent) { Note = "bars that ended with a position" },
            Excess(context, total, isLong),
        ];
    }

    private static string Scaling(RunContext context) => FormattableString.Invariant($"daily returns, {context.PeriodsPerYear:0.##} a year");

    private static string Signed(double? value) => value is { } number ? Written.Percent(number) : "–";

    private static string? Deepest(RunContext context) => DrawdownSpell.Worst(context.Curve, 1) is [var spell]
        ? $"{(spell.Peak is { } peak ? Written.Day(peak) : "start")} to {Written.Day(spell.Trough)}, {(spell.Recovery is { } recovery ? $"recovered {Written.Day(recovery)}" : "not recovered")}"
        : null;

    private static string Trading(RunContext context, PerformanceMetrics total)
    {
        if (total.Trades == 0)
            return "no closed trades";
        double cost = (double)(total.Commission + total.Slippage) / total.Trades;
        return $"{Written.Count(total.Trades, "trade", "trades")}; each cost {Written.Money(cost)} {context.Currency}";
    }

    private static Figure Excess(RunContext context, PerformanceMetrics total, bool isLong)
    {
        double? held = context.BuyAndHold is { Days: { Count: > 0 } days } ? (days[^1].Equity / context.Initial) - 1 : null;
        if (held is null || !isLong)
        {
            return new Figure("excess", "Over buy-and-hold", total.TotalReturn - held, Format.Percent)
            {
                IsSigned = true,
                Note = held is { } value ? $"buy-and-hold {Written.Percent(value)} in total" : "needs the bars of the traded symbols",
            };
        }

        double yearly = Math.Pow(1 + held.Value, 1 / context.Years) - 1;
        return new Figure("excess", "Over buy-and-hold, a year", total.Cagr - yearly, Format.Percent)
        { IsSigned = true, Note = $"buy-and-hold {Written.Percent(yearly)} a year" };
    }

    private static Remark Of(Doubt doubt) => new(RemarkLevel.Warning, doubt.Title, doubt.Text) { Figure = doubt.Figure };

    private static IEnumerable<Remark> Problems(RunContext context, PerformanceMetrics total)
    {
        Manifest manifest = context.Run.Manifest;
        if (manifest.Faults.Count > 0)
            yield return new Remark(RemarkLevel.Error, $"{Written.Count(manifest.Faults.Count, "container", "containers")} stopped early",
                "See the faults at the end. All figures here lack what would have happened after them.");
        if (total.Trades == 0)
            yield return NoTrades.Explain(context);
    }
}
