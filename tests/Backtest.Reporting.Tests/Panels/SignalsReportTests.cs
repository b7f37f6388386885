using Backtest.Reporting;
using Backtest.Results;

namespace Backtest.Tests;

/// <summary>The contents of reports on runs that end with signals.</summary>
public sealed class SignalsReportTests
{
    [Fact]
    public async Task Curves_are_the_statistics_of_each_regime_and_horizon()
    {
        using var folder = new TemporaryFolder();
        (StoredRun run, _) = await ReportedRun.OfSignals("hierarchy", folder.Path);
        var context = new SignalsContext(run);
        ReportDocument document = Report.Build(context);
        Assert.Equal(["verdict", "forward", "statistics", "overlaps", "signals", "record"], document.Sections.Select(section => section.Id));
        CurvesBlock[] curves = [.. document.Sections[1].Blocks.Cast<CurvesBlock>()];
        CurvesBlock breakout = curves.Single(block => block.Title == "Mean return: aggressive/breakout");
        Assert.Contains("bull", breakout.Curves.Select(curve => curve.Name));
        foreach (Curve curve in breakout.Curves)
        {
            foreach ((int place, int horizon) in context.Horizons.Index())
            {
                SignalStatistic statistic = run.SignalStatistics!.Statistics.Single(each => each.Strategy == "breakout" && each.Symbol is null
                    && each.Horizon == horizon && (each.Regime ?? "all") == curve.Name);
                Assert.Equal(statistic.Expectancy, curve.Values.Values[place]);
            }
        }
    }

    [Fact]
    public async Task Each_signal_is_listed_with_what_came_after_it()
    {
        using var folder = new TemporaryFolder();
        (StoredRun run, _) = await ReportedRun.OfSignals("first-run", folder.Path);
        TableBlock table = Report.Build(new SignalsContext(run)).Sections.Single(section => section.Id == "signals").Blocks.OfType<TableBlock>().Single();
        Assert.Equal(run.Signals.Length, table.Columns[0].Values.Count);
        double[] after = ((NumberColumn)table.Columns.Single(column => column.Id == "return_5").Values).Values;
        SignalStatistic[] all = [.. run.SignalStatistics!.Statistics.Where(each => each is { Group: SignalGroup.All, Horizon: 5 })];
        Assert.Equal(all.Sum(each => each.Measured), after.Count(double.IsFinite));
        Assert.Equal(all.Single().Expectancy!.Value, after.Where(double.IsFinite).Average(), 12);
    }
}
