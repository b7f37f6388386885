using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Playwright;

namespace Backtest.Tests;

/// <summary>
/// Measures the size and speed of reports, and writes the figures to the file that <c>BACKTEST_REPORT_FIGURES</c> names, for
/// <c>eng/report-figures.sh</c>.
/// </summary>
public sealed class ReportFigures(Chromium chromium)
{
    private const int Frames = 60;

    [Fact(Explicit = true)]
    public async Task Measure()
    {
        string? file = Environment.GetEnvironmentVariable("BACKTEST_REPORT_FIGURES");
        Assert.NotNull(file);
        var table = new StringBuilder(
            "| bars | fills | page, MB | made in, s | first paint, ms | all sections, ms | ms a frame: median | 95% | drawing alone |\n|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (int bars in (int[])[1_000, 100_000, 1_000_000])
        {
            using var folder = new TemporaryFolder();
            var clock = Stopwatch.StartNew();
            ReportedRun report = await ReportedRun.OfText(SyntheticRun.Text(bars, slow: bars == 1_000_000 ? 140 : 60), folder.Path);
            clock.Restart();
            Backtest.Reporting.Report.Write(report.Run, report.Charts, report.Run.Folder);
            double made = clock.Elapsed.TotalSeconds;
            await using OpenPage open = await OpenPage.Of(chromium, report.Page);
            table.Append(CultureInfo.InvariantCulture,
                $"| {bars:N0} | {report.Run.Fills.Length:N0} | {new FileInfo(report.Page).Length / 1e6:0.00} | {made:0.00} | ")
                .Append(await Times(open.Page)).Append('\n');
        }

        await File.WriteAllTextAsync(file, table.ToString(), TestContext.Current.CancellationToken);
    }

    private static async Task<string> Times(IPage page)
    {
        double[] times = await page.EvaluateAsync<double[]>($$"""
            async () => {
              const paint = performance.getEntriesByName('first-contentful-paint')[0].startTime;
              const ready = performance.getEntriesByName('ready')[0].startTime;
              document.getElementById('candles').scrollIntoView();
              while (!report.zoomCandles || !report.charts.find((chart) => chart.box.closest('#candles'))
                  .instance) await new Promise(requestAnimationFrame);
              const frames = [];
              const drawn = [];
              for (let i = 0; i < {{Frames}}; i++) {
                if (i % 3 === 2) report.moveCandles(-0.05); else report.zoomCandles(i < {{Frames / 2}} ? 1.35 : 0.8);
                const before = performance.now();
                await new Promise(requestAnimationFrame);
                await new Promise(requestAnimationFrame);
                frames.push((performance.now() - before) / 2);
                drawn.push(report.lastFrame);
              }
              const at = (list, share) => list.sort((a, b) => a - b)[Math.floor((list.length - 1) * share)];
              return [paint, ready, at(frames, 0.5), at(frames, 0.95), at(drawn, 0.5)];
            }
            """);
        return string.Join(" | ", times.Select(time => time.ToString("0.0", CultureInfo.InvariantCulture))) + " |";
    }
}
