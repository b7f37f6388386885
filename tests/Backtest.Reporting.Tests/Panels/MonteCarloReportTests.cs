using System.Text.Json;
using Backtest.Reporting;
using Backtest.Research;

namespace Backtest.Tests;

/// <summary>How the page of a run reports its Monte Carlo results.</summary>
public sealed class MonteCarloReportTests
{
    [Fact]
    public async Task A_fan_has_the_bands_the_line_of_the_run_and_what_they_mean()
    {
        using var folder = new TemporaryFolder();
        ReportedRun report = await ReportedRun.OfText(SyntheticRun.Text(bars: 4000), folder.Path);
        Assert.DoesNotContain("monteCarlo", File.ReadAllText(report.Figures), StringComparison.Ordinal);
        var band = new MonteCarloBand(0.2, 0.05, 0.1, 0.15, 0.25, 0.4);
        MonteCarloFiles.Write(report.Run, new MonteCarloReport
        {
            Run = report.Run.Id,
            EventStreamHash = report.Run.Manifest.EventStreamHash,
            Seed = 1,
            Methods =
            [
                new MonteCarloResult
                {
                    Method = "trade_order",
                    Repetitions = 1000,
                    Step = "trade",
                    MaxDrawdown = band,
                    ProbabilityOfDeeperDrawdown = 0.4,
                    Meaning = "It says nothing of the return.",
                    Fan = [new FanPoint(0, null, band, band), new FanPoint(7, null, band, band)],
                },
                new MonteCarloResult
                {
                    Method = "delays",
                    Repetitions = 1,
                    Step = "day",
                    Steps = [Step("as it was", 0.4), Step("latency 1 bar", 0.3)],
                    Meaning = "How much depends on being quick.",
                    Fan = [],
                },
            ],
        });

        Report.Write(report.Run, charts: null, report.Run.Folder);

        using JsonDocument figures = JsonDocument.Parse(File.ReadAllText(report.Figures));
        JsonElement section = figures.RootElement.GetProperty("sections").EnumerateArray().Single(each => each.GetProperty("id").GetString() == "monteCarlo");
        JsonElement[] blocks = [.. section.GetProperty("blocks").EnumerateArray()];
        Assert.Equal(["table", "bars", "table", "fan", "notes"], blocks.Select(block => block.GetProperty("kind").GetString())); // no equity, since its end is always the same
        Assert.Equal("Drawdown, trade order × 1,000", blocks[3].GetProperty("title").GetString());
        Assert.Equal(["0", "7"], blocks[3].GetProperty("labels").EnumerateArray().Select(label => label.GetString()));
        Assert.Equal(
            [-0.4, -0.25, -0.15, -0.1, -0.05],
            blocks[3].GetProperty("quantiles").EnumerateArray().Select(quantile => quantile[1].GetDouble())); // drawn below zero
        Assert.Equal(["as it was", "latency 1 bar"], blocks[1].GetProperty("labels").EnumerateArray().Select(label => label.GetString()));
        Assert.Equal([0.4, 0.3], blocks[1].GetProperty("series")[0].GetProperty("values").EnumerateArray().Select(value => value.GetDouble()));
        Assert.Equal("It says nothing of the return. 40.00% had a deeper drawdown than the run.", blocks[4].GetProperty("notes")[0].GetProperty("text").GetString());
    }

    private static StressStep Step(string amount, double totalReturn) =>
        new() { Amount = amount, FinalEquity = 1000 * (1 + totalReturn), TotalReturn = totalReturn, MaxDrawdown = 0.2, Sharpe = 0.5 };
}
