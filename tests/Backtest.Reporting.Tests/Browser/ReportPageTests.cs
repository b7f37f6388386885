using System.Text.Json;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Backtest.Tests;

/// <summary>The report of the sample in a browser.</summary>
public sealed class ReportPageTests(Chromium chromium, SampleReport sample)
{
    private static readonly string[] Sections = ["verdict", "equity", "calendar", "trades", "candles", "returns", "costs", "attribution", "record"];

    private static readonly string[] Steps = ["bar", "regime", "indicators", "signal", "order", "order event", "fill", "position", "money"];

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Every_section_is_drawn_without_a_request_or_a_complaint(int width, ColorScheme scheme)
    {
        await using OpenPage open = await OpenPage.Of(chromium, sample.Report.Page, width, scheme: scheme);
        await open.ShowEverything();
        Assert.Equal(Sections,
            await open.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('main > section')].map(section => section.id)"));
        Assert.Empty(open.Requests);
        Assert.Empty(open.Complaints);
        string folder = Path.Combine(AppContext.BaseDirectory, "pictures");
        foreach (string section in Sections)
        {
            byte[] picture = await open.Page.Locator($"#{section}")
                .ScreenshotAsync(new() { Path = Path.Combine(folder, $"{section}-{width}-{scheme.ToString().ToLowerInvariant()}.png") });
            Assert.True(picture.Length > 4000, $"{section} looks empty");
        }
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task No_date_is_broken_over_two_lines(int width)
    {
        await using OpenPage open = await OpenPage.Of(chromium, sample.Report.Page, width);
        Assert.NotEqual(0, await open.Page.Locator("#verdict .whole").CountAsync());
        Assert.Empty(await open.Page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('.whole')].filter(date => date.getClientRects().length > 1).map(date => date.textContent)"));
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task How_many_rows_there_are_stands_beside_the_button_that_saves_them(int width)
    {
        await using OpenPage open = await OpenPage.Of(chromium, sample.Report.Page, width);
        Assert.True(await open.Page.EvaluateAsync<bool>(
            """
            () => [...document.querySelectorAll('#trades .tools .end')].every((end) => {
              const [count, button] = [...end.children].map((child) => child.getBoundingClientRect());
              return Math.abs(count.top + count.height / 2 - button.top - button.height / 2) < 2 && count.right < button.left;
            })
            """));
    }

    [Fact]
    public async Task The_names_of_the_last_nodes_of_the_flow_fit_on_a_phone()
    {
        await using OpenPage open = await OpenPage.Of(chromium, sample.Report.Page, 390);
        await open.ShowEverything();
        Assert.Equal(0, await open.Page.EvaluateAsync<int>(
            """
            () => {
              const chart = report.charts.find((chart) => chart.instance?.getOption().series?.[0]?.type === 'sankey');
              return chart.instance.getZr().storage.getDisplayList().filter((item) => item.type === 'tspan' && (() => {
                const box = item.getBoundingRect().clone();
                if (item.transform) box.applyTransform(item.transform);
                return box.x + box.width > chart.box.clientWidth + 1;
              })()).length;
            }
            """));
    }

    [Fact]
    public async Task The_candles_leave_no_gap_above_the_slider()
    {
        await using OpenPage open = await OpenPage.Of(chromium, sample.Report.Page);
        await open.ShowEverything();
        double gap = await open.Page.EvaluateAsync<double>(
            """
            () => {
              const option = report.charts.find((chart) => chart.box.closest('#candles')).instance.getOption();
              const lowest = Math.max(...option.grid.filter((grid) => typeof grid.top === 'number').map((grid) => grid.top + grid.height));
              return 760 - option.dataZoom[0].bottom - option.dataZoom[0].height - lowest;
            }
            """);
        Assert.InRange(gap, 20, 60);
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(360, ColorScheme.Light)]
    public async Task Axe_finds_nothing_serious(int width, ColorScheme scheme)
    {
        await using OpenPage open = await OpenPage.Of(chromium, sample.Report.Page, width, scheme: scheme);
        await open.ShowEverything();
        AxeResult result = await open.Page.RunAxe();
        Assert.Empty(result.Violations.Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {violation.Help} ({string.Join(", ", violation.Nodes.Take(3).Select(node => node.Html))})"));
    }

    [Theory]
    [InlineData(360)]
    [InlineData(768)]
    [InlineData(3840)]
    public async Task Nothing_sticks_out_of_the_page(int width)
    {
        await using OpenPage open = await OpenPage.Of(chromium, sample.Report.Page, width);
        await open.ShowEverything();
        Assert.Equal(width, await open.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        Assert.Empty(await open.Page.EvaluateAsync<string[]>(
            "() => report.charts.filter(chart => chart.box.getBoundingClientRect().right > innerWidth + 1).map(chart => chart.box.getAttribute('aria-label'))"));
    }

    [Fact]
    public async Task A_click_on_a_trade_tells_what_led_to_it_and_shows_it_among_the_candles()
    {
        await using OpenPage open = await OpenPage.Of(chromium, sample.Report.Page);
        await open.ShowEverything();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Open trade conservative/3", Exact = true }).ClickAsync();
        string story = await open.Page.Locator("#details").InnerTextAsync();
        Assert.Contains("trade conservative/3", story, StringComparison.Ordinal);
        Assert.Contains("Indicators read", story, StringComparison.Ordinal);
        Assert.Contains("far below the mean", story, StringComparison.Ordinal);
        Assert.Contains("back at the mean", story, StringComparison.Ordinal);
        // The whole chain is that of `backtest why`: bars, regimes, indicators read, orders with their events, and cash.
        await open.Page.GetByText("Why, step by step").ClickAsync();
        string[] kinds = await open.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.why .kind')].map(kind => kind.textContent)");
        Assert.Equal(
            ["bar", "regime", "indicators", "signal", "order", "order event", "fill", "position", "money"], kinds.Distinct().Where(kind => kind != "trade")
                .Order(StringComparer.Ordinal).OrderBy(kind => Array.IndexOf(Steps, kind)));
        string why = await open.Page.Locator(".why ol").InnerTextAsync();
        Assert.Contains("(the bar it was decided on)", why, StringComparison.Ordinal);
        Assert.Contains("hmm: ", why, StringComparison.Ordinal);
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Show among the candles" }).ClickAsync();
        Assert.False(await open.Page.Locator("#details").IsVisibleAsync());
        // Trade 3 lasted from the 522nd to the 531st bar of the data.
        JsonElement view = await open.Page.EvaluateAsync<JsonElement>("() => report.candleView()");
        Assert.InRange(520, view.GetProperty("from").GetDouble(), view.GetProperty("to").GetDouble());
        Assert.InRange(view.GetProperty("to").GetDouble() - view.GetProperty("from").GetDouble(), 20, 200);
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task Trades_are_searched_filtered_sorted_and_exported()
    {
        await using OpenPage open = await OpenPage.Of(chromium, sample.Report.Page);
        ILocator trades = open.Page.Locator("#trades");
        await trades.GetByLabel("Strategy", new() { Exact = true }).SelectOptionAsync("breakout");
        Assert.Equal(sample.Report.Run.Trades.Count(trade => trade.Strategy == "breakout"), await Rows(trades));
        await trades.GetByRole(AriaRole.Searchbox).FillAsync("bull long");
        Assert.Equal(sample.Report.Run.Trades.Count(trade => trade is { Strategy: "breakout", EntryRegime: "bull" }), await Rows(trades));
        await trades.GetByRole(AriaRole.Button, new() { Name = "Profit", Exact = true }).ClickAsync();
        IDownload file = await open.Page.RunAndWaitForDownloadAsync(() => trades.GetByRole(AriaRole.Button, new() { Name = "CSV" }).ClickAsync());
        string[] lines = await File.ReadAllLinesAsync((await file.PathAsync())!, TestContext.Current.CancellationToken);
        Assert.Equal(("trades.csv", await Rows(trades) + 1), (file.SuggestedFilename, lines.Length));
        int profit = Array.IndexOf(lines[0].Split(','), "profit");
        double[] profits = [.. lines.Skip(1)
            .Select(line => double.Parse(line.Split(',')[profit], System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(profits.OrderDescending(), profits);
        Assert.Equal((double)sample.Report.Run.Trades.Where(trade => trade is { Strategy: "breakout", EntryRegime: "bull" })
            .Max(trade => trade.Profit), profits[0], 6);
    }

    [Fact]
    public async Task Candles_zoom_and_move_by_wheel_and_keyboard()
    {
        await using OpenPage open = await OpenPage.Of(chromium, sample.Report.Page);
        await open.ShowEverything();
        ILocator candles = open.Page.Locator("#candles .chart");
        await candles.ScrollIntoViewIfNeededAsync();
        double before = await Width(open.Page);
        await candles.HoverAsync(new() { Position = new() { X = 500, Y = 150 } });
        await open.Page.Mouse.WheelAsync(0, -400);
        await open.Page.WaitForFunctionAsync("width => report.candleView().to - report.candleView().from < width", before);
        await candles.FocusAsync();
        await open.Page.Keyboard.PressAsync("Home");
        Assert.Equal(5105, await Width(open.Page));
        await open.Page.WaitForFunctionAsync("() => report.candleView().candles > 100 && report.candleView().candles <= 430");
        await open.Page.Keyboard.PressAsync("+");
        Assert.Equal(5105 * 0.7, await Width(open.Page), 6);
        double from = await open.Page.EvaluateAsync<double>("() => report.candleView().from");
        await open.Page.Keyboard.PressAsync("ArrowLeft");
        Assert.True(await open.Page.EvaluateAsync<double>("() => report.candleView().from") < from);
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task Light_and_dark_are_switched_by_a_button()
    {
        await using OpenPage open = await OpenPage.Of(chromium, sample.Report.Page);
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Switch between light and dark" }).ClickAsync();
        Assert.Equal("rgb(14, 17, 23)", await open.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
    }

    [Fact]
    public async Task Every_chart_has_a_table_behind_it()
    {
        await using OpenPage open = await OpenPage.Of(chromium, sample.Report.Page);
        await open.ShowEverything();
        int charts = await open.Page.EvaluateAsync<int>("() => report.charts.length");
        Assert.True(charts > 10);
        await open.Page.EvaluateAsync("() => document.querySelectorAll('button[aria-label^=\"Table: \"]').forEach(button => button.click())");
        Assert.Equal(charts,
            await open.Page.EvaluateAsync<int>(
            "() => [...document.querySelectorAll('figure')].filter(figure => figure.querySelectorAll('tbody tr').length > 0).length"));
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task It_prints()
    {
        await using OpenPage open = await OpenPage.Of(chromium, sample.Report.Page, scheme: ColorScheme.Dark);
        byte[] pdf = await open.Page.PdfAsync(new() { Format = "A4" });
        Assert.Equal("%PDF"u8.ToArray(), pdf[..4]);
        Assert.True(pdf.Length > 100_000, $"{pdf.Length} bytes are too few for all charts");
        Assert.Equal(0, await open.Page.EvaluateAsync<int>("() => report.charts.filter(chart => !chart.instance).length"));
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task Figures_shown_are_those_of_the_run()
    {
        await using OpenPage open = await OpenPage.Of(chromium, sample.Report.Page);
        string verdict = await open.Page.Locator("#verdict").InnerTextAsync();
        foreach (string figure in (string[])["1.14%", "−5.67%", "0.39", "947.43", "78.20%", "362 trades", "44.56"])
            Assert.Contains(figure, verdict, StringComparison.Ordinal);
    }

    private static async Task<int> Rows(ILocator section) =>
        int.Parse((await section.Locator("[role=status]").First.TextContentAsync())!.Split(' ')[0],
            System.Globalization.CultureInfo.InvariantCulture);

    private static Task<double> Width(IPage page) => page.EvaluateAsync<double>("() => report.candleView().to - report.candleView().from");
}
