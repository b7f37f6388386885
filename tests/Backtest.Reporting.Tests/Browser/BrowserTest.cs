using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Backtest.Tests.Chromium))]
[assembly: AssemblyFixture(typeof(Backtest.Tests.SampleReport))]

namespace Backtest.Tests;

/// <summary>The report of the sample, created once for all tests.</summary>
public sealed class SampleReport : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    internal ReportedRun Report { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Report = await ReportedRun.OfSample("hierarchy", _folder.Path);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>A report opened in a browser, with its requests and error messages.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private OpenPage(IPage page) => Page = page;

    public IPage Page { get; }

    /// <summary>The requests beyond the file itself.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Errors and warnings of the console and of scripts.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<OpenPage> Of(Chromium chromium, string file, int width = 1280, int height = 900, ColorScheme scheme = ColorScheme.Light)
    {
        IPage page = await chromium.Browser.NewPageAsync(new()
        { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = height }, AcceptDownloads = true });
        page.SetDefaultTimeout(120_000);
        var open = new OpenPage(page);
        string address = new Uri(file).AbsoluteUri;
        page.Request += (_, request) =>
        {
            if (request.Url != address && !request.Url.StartsWith("data:", StringComparison.Ordinal)
                && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
                open.Requests.Add(request.Url);
        };
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                open.Complaints.Add(message.Text);
        };
        page.PageError += (_, error) => open.Complaints.Add(error);
        await page.GotoAsync(address);
        await page.WaitForSelectorAsync("html[data-ready]", new() { State = WaitForSelectorState.Attached });
        return open;
    }

    /// <summary>Draws all charts, as for printing.</summary>
    public Task ShowEverything() => Page.EvaluateAsync("() => { report.drawAll(); return report.charts.filter(chart => !chart.instance).length; }");

    public async ValueTask DisposeAsync() => await Page.CloseAsync();
}
