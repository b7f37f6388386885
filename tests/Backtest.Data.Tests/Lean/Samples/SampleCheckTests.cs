using Backtest.Data;
using Backtest.Data.Checking;

namespace Backtest.Tests.Lean;

/// <summary>The findings of a check of prices as traded.</summary>
public sealed class SampleCheckTests
{
    [Theory]
    [InlineData("1m", "")]
    [InlineData("1s", "")]
    [InlineData("1d", "AAPL outlier 3 2009-09-21, AIG outlier 1 2009-05-05, IBM outlier 1 2002-12-23")]
    public void LEANs_sample_data_is_fine_but_for_five_wrong_prices(string timeframe, string expected)
    {
        Assert.True(Timeframe.TryParse(timeframe, out Timeframe length));
        DataReport report = DataChecker.Check(
            [new BarSourceOptions.Lean { Path = LeanSamples.Locate(), Timeframe = length }], new BarSources(), TestContext.Current.CancellationToken);
        Assert.Equal(expected, string.Join(", ", report.Findings.Select(
            finding => $"{finding.Symbol} {finding.Code} {finding.Count} {finding.Time:yyyy-MM-dd}")));
    }

    [Fact]
    public void The_Nasdaq_halt_of_August_2013_is_a_gap_of_Apple()
    {
        DataReport report = DataChecker.Check(
            [
                new BarSourceOptions.Lean
                {
                    Path = LeanSamples.Locate(),
                    Timeframe = new Timeframe(1, 'h'),
                    Symbols = ["AAPL", "SPY"],
                    Start = new DateOnly(2005, 1, 1),
                },
            ],
            new BarSources(),
            TestContext.Current.CancellationToken);
        DataFinding gap = Assert.Single(report.Findings, finding => finding.Code == "gap");
        Assert.Equal(("AAPL", new DateTime(2013, 8, 22, 17, 0, 0)), (gap.Symbol, gap.Time));
    }
}
