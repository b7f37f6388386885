using Backtest.Reporting;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Backtest.Tests;

/// <summary>Pages of searches, signals, research workflows and ablations in a browser.</summary>
public sealed class ResearchPageTests(Chromium chromium) : IDisposable
{
    private static readonly string Pictures = Path.Combine(AppContext.BaseDirectory, "pictures");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("grid", 1280, ColorScheme.Light)]
    [InlineData("front", 1280, ColorScheme.Dark)]
    [InlineData("front", 360, ColorScheme.Light)]
    [InlineData("signals", 1280, ColorScheme.Light)]
    [InlineData("signals", 360, ColorScheme.Dark)]
    [InlineData("research", 360, ColorScheme.Light)]
    [InlineData("ablation", 1280, ColorScheme.Dark)]
    public async Task Everything_is_drawn_fits_and_can_be_read(string about, int width, ColorScheme scheme)
    {
        await using OpenPage open = await OpenPage.Of(chromium, await Make(about), width, scheme: scheme);
        await open.ShowEverything();
        Assert.Equal(0, await open.Page.EvaluateAsync<int>("() => report.charts.filter(chart => !chart.instance).length"));
        Assert.Equal(width, await open.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        foreach (ILocator section in await open.Page.Locator("main > section:not(:has(details))").AllAsync())
        {
            byte[] picture = await section.ScreenshotAsync(
                new() { Path = Path.Combine(Pictures, $"{about}-{width}-{await section.GetAttributeAsync("id")}-{scheme.ToString().ToLowerInvariant()}.png") });
            Assert.True(picture.Length > 4000, "a section looks empty");
        }

        AxeResult result = await open.Page.RunAxe();
        Assert.Empty(result.Violations.Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {violation.Help} ({string.Join(", ", violation.Nodes.Take(3).Select(node => node.Html))})"));
        await open.Page.EvaluateAsync("() => document.querySelectorAll('button[aria-label^=\"Table: \"]').forEach(button => button.click())");
        Assert.Equal(
            await open.Page.EvaluateAsync<int>("() => report.charts.length"),
            await open.Page.EvaluateAsync<int>("() => [...document.querySelectorAll('figure')].filter(figure => figure.querySelectorAll('tbody tr').length > 0).length"));
        Assert.Empty(open.Requests);
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task A_map_becomes_a_surface_that_turns_and_goes_through_pairs_and_means()
    {
        await using OpenPage open = await OpenPage.Of(chromium, await Make("front"));
        await open.ShowEverything();
        ILocator surface = open.Page.Locator("#surface");
        Assert.Equal(1, await Maps(open.Page));
        await surface.GetByRole(AriaRole.Button, new() { Name = "Surface instead of a map" }).ClickAsync();
        Assert.Equal(0, await Maps(open.Page));
        string before = await Corner(open.Page);
        await surface.GetByLabel("Turn").FillAsync("120");
        Assert.NotEqual(before, await Corner(open.Page));
        await surface.ScreenshotAsync(new() { Path = Path.Combine(Pictures, "surface.png") });
        await surface.GetByLabel("Parameters", new() { Exact = true }).SelectOptionAsync("2");
        await surface.GetByRole(AriaRole.Button, new() { Name = "Surface instead of a map" }).ClickAsync();
        double[] best = await Values(open.Page);
        await surface.GetByRole(AriaRole.Button, new() { Name = "Mean of the trials" }).ClickAsync();
        double[] mean = await Values(open.Page);
        Assert.Equal(best.Length, mean.Length);
        Assert.All(best.Zip(mean), pair => Assert.True(pair.Second <= pair.First + 1e-9));
        Assert.NotEqual(best, mean);
        Assert.Empty(open.Complaints);
    }

    private async Task<string> Make(string about) => about switch
    {
        "signals" => (await ReportedRun.OfSignals("hierarchy", _folder.Path)).Page,
        "research" => Report.Write(StoredFigures.Research(), _folder.Path),
        "ablation" => Report.Write(StoredFigures.Ablation(), _folder.Path),
        _ => (await ReportedSearch.Make(about == "grid" ? ReportedSearch.Grid : ReportedSearch.Front, _folder.Path)).Page,
    };

    private const string Map = "report.charts.find(chart => chart.box.closest('#surface')).instance.getOption()";

    private static Task<int> Maps(IPage page) => page.EvaluateAsync<int>($"() => {Map}.series.filter(series => series.type === 'heatmap').length");

    private static Task<string> Corner(IPage page) =>
        page.EvaluateAsync<string>($"() => JSON.stringify({Map}.graphic[0].elements[1].shape.points)");

    private static Task<double[]> Values(IPage page) => page.EvaluateAsync<double[]>($"() => {Map}.series[0].data.map(cell => cell[2])");
}
