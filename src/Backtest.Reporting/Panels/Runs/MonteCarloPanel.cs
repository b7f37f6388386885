using System.Globalization;
using Backtest.Research;

namespace Backtest.Reporting;

/// <summary>Other results the run could have had.</summary>
internal sealed class MonteCarloPanel : IPanel<RunContext>
{
    /// <inheritdoc/>
    public ReportSection? Build(RunContext context)
    {
        if (context.MonteCarlo is not { Methods.Count: > 0 } report)
            return null;
        var blocks = new List<Block>();
        if (report.Methods.Any(result => result.MaxDrawdown is not null))
            blocks.Add(Bands(report));
        if (report.Methods.Any(result => result.Steps.Count > 0))
        {
            blocks.Add(StepBars(report));
            blocks.Add(Steps(report));
        }

        foreach (MonteCarloResult result in report.Methods.Where(result => result.Fan.Count > 0))
        {
            string name = Name(result);
            if (result.FinalEquity is not null)
                blocks.Add(Fan(result, $"Equity, {name}", point => point.Equity, Format.Money));
            blocks.Add(Fan(result, $"Drawdown, {name}", point => Below(point.Drawdown), Format.Percent));
        }

        blocks.Add(new NotesBlock([.. report.Methods.Select(Remark)]) { Title = "What these figures mean, and what they do not" });
        return new ReportSection("monteCarlo", "What could have happened", blocks)
        {
            Lead = "Bands contain 90% and 50% of the outcomes with one thing changed at random. They are not a forecast: only one thing changes, and "
                + "everything else is the past of this run.",
        };
    }

    private static string Name(MonteCarloResult result) =>
        $"{result.Method.Replace('_', ' ')} × {result.Repetitions.ToString("N0", CultureInfo.InvariantCulture)}";

    private static TableBlock Bands(MonteCarloReport report)
    {
        (string Method, string Figure, MonteCarloBand Band)[] rows = [.. report.Methods.SelectMany(Figures)];
        return new TableBlock(
            "monte_carlo",
            [
                new("method", "Changed", TextColumn.Of(rows, row => row.Method), Format.Text),
                new("figure", "Figure", TextColumn.Of(rows, row => row.Figure), Format.Text),
                new("run", "Run", NumberColumn.Of(rows, row => row.Band.Run ?? double.NaN), Format.Number),
                new("p5", "5%", NumberColumn.Of(rows, row => row.Band.P5), Format.Number),
                new("p25", "25%", NumberColumn.Of(rows, row => row.Band.P25), Format.Number),
                new("p50", "Median", NumberColumn.Of(rows, row => row.Band.P50), Format.Number),
                new("p75", "75%", NumberColumn.Of(rows, row => row.Band.P75), Format.Number),
                new("p95", "95%", NumberColumn.Of(rows, row => row.Band.P95), Format.Number),
            ])
        {
            Title = "Results",
        };
    }

    private static BarsBlock StepBars(MonteCarloReport report)
    {
        StressStep[] bars = [.. report.Methods.SelectMany(result => result.Steps).DistinctBy(step => step.Amount)];
        return new BarsBlock(TextColumn.Of(bars, bar => bar.Amount), [new BarSet("return", NumberColumn.Of(bars, bar => bar.TotalReturn))], Format.Percent)
        {
            IsHorizontal = true,
            Title = "Return at higher costs and longer delays",
            Note = "The charge is on each fill, in addition to its costs.",
        };
    }

    /// <summary>The results of single runs, each made worse by a known amount.</summary>
    private static TableBlock Steps(MonteCarloReport report)
    {
        (string Method, StressStep Step)[] rows = [.. report.Methods.SelectMany(result => result.Steps, (result, step) => (result.Method, step))];
        return new TableBlock(
            "stress",
            [
                new("method", "Assumption made worse", TextColumn.Of(rows, row => row.Method), Format.Text),
                new("amount", "By", TextColumn.Of(rows, row => row.Step.Amount), Format.Text),
                new("equity", "Final equity", NumberColumn.Of(rows, row => row.Step.FinalEquity), Format.Money),
                new("return", "Return", NumberColumn.Of(rows, row => row.Step.TotalReturn), Format.Percent),
                new("drawdown", "Maximum drawdown", NumberColumn.Of(rows, row => row.Step.MaxDrawdown), Format.Percent),
                new("sharpe", "Sharpe ratio", NumberColumn.Of(rows, row => row.Step.Sharpe ?? double.NaN), Format.Number),
            ])
        {
            Title = "Assumptions made worse by known amounts",
        };
    }

    private static IEnumerable<(string Method, string Figure, MonteCarloBand Band)> Figures(MonteCarloResult result)
    {
        if (result.TotalReturn is { } total)
            yield return (result.Method, "Return, %", Scaled(total, 100));
        if (result.MaxDrawdown is { } deepest)
            yield return (result.Method, "Greatest drawdown, %", Scaled(deepest, 100));
        if (result.Sharpe is { } sharpe)
            yield return (result.Method, "Sharpe ratio", sharpe);
    }

    private static FanBlock Fan(MonteCarloResult result, string title, Func<FanPoint, MonteCarloBand> read, Format format)
    {
        MonteCarloBand[] bands = [.. result.Fan.Select(read)];
        bool areDays = result.Step == "day";
        return new FanBlock(
            areDays ? "Day" : "Trade",
            TextColumn.Of(result.Fan, point => areDays
                ? point.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "before"
                : point.Step.ToString(CultureInfo.InvariantCulture)),
            NumberColumn.Of(bands, band => band.Run ?? double.NaN),
            [.. Enumerable.Range(0, 5).Select(quantile => NumberColumn.Of(bands, band => band.Quantiles[quantile]))],
            format)
        {
            Title = title,
        };
    }

    private static Remark Remark(MonteCarloResult result) =>
        new(RemarkLevel.Information, Name(result), string.Join(' ', result.Notes.Prepend(Chances(result)).Prepend(result.Meaning).Where(text => text.Length > 0).Select(Capitalized)));

    private static string Chances(MonteCarloResult result) => (result.ProbabilityOfLoss, result.ProbabilityOfDeeperDrawdown) switch
    {
        ({ } loss, { } deeper) => $"{Written.Percent(loss)} lost money, and {Written.Percent(deeper)} had a deeper drawdown than the run.",
        (null, { } deeper) => $"{Written.Percent(deeper)} had a deeper drawdown than the run.",
        _ => "",
    };

    private static string Capitalized(string sentence) => string.Concat(sentence[..1].ToUpperInvariant(), sentence.AsSpan(1));

    /// <summary>Negates a drawdown band, because drawdowns are drawn below zero; the deepest value comes first.</summary>
    private static MonteCarloBand Below(MonteCarloBand band) => new(-band.Run, -band.P95, -band.P75, -band.P50, -band.P25, -band.P5);

    private static MonteCarloBand Scaled(MonteCarloBand band, double by) =>
        new(band.Run * by, band.P5 * by, band.P25 * by, band.P50 * by, band.P75 * by, band.P95 * by);
}
