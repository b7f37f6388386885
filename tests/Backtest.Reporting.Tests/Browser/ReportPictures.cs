using Backtest.Reporting;
using Microsoft.Playwright;

namespace Backtest.Tests;

/// <summary>Takes pictures of the sample's report, for the README and for review, into the folder that <c>BACKTEST_REPORT_PICTURES</c> names.</summary>
public sealed class ReportPictures(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact(Explicit = true)]
    public async Task Take()
    {
        string? folder = Environment.GetEnvironmentVariable("BACKTEST_REPORT_PICTURES");
        Assert.NotNull(folder);
        string sample = Environment.GetEnvironmentVariable("BACKTEST_REPORT_SAMPLE") ?? "hierarchy";
        using var runs = new TemporaryFolder();
        ReportedRun report = await ReportedRun.OfSample(sample, runs.Path);
        Directory.CreateDirectory(folder);
        File.Copy(report.Page, Path.Combine(folder, Report.PageFile), overwrite: true);
        File.Copy(report.Figures, Path.Combine(folder, Report.FiguresFile), overwrite: true);
        foreach (ColorScheme scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            IPage page = await chromium.Browser.NewPageAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = 1280, Height = 1040 } });
            await page.GotoAsync(new Uri(report.Page).AbsoluteUri);
            await page.WaitForSelectorAsync("html[data-ready]", new() { State = WaitForSelectorState.Attached });
            await page.WaitForSelectorAsync("#equity canvas");
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"report-{scheme.ToString().ToLowerInvariant()}.png") });
            await page.CloseAsync();
        }
    }
}
