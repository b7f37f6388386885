namespace Backtest.Tests;

/// <summary>The size of reports.</summary>
public sealed class ReportSizeTests
{
    [Fact]
    public async Task A_million_bars_and_ten_thousand_fills_take_no_more_than_three_megabytes()
    {
        using var folder = new TemporaryFolder();
        ReportedRun report = await ReportedRun.OfText(SyntheticRun.Text(1_000_000), folder.Path);
        Assert.InRange(report.Run.Fills.Length, 10_000, 200_000);
        Assert.Equal(1_000_000, report.Run.Manifest.BarsProcessed);
        Assert.InRange(new FileInfo(report.Page).Length, 500_000, 3_000_000);
    }
}
