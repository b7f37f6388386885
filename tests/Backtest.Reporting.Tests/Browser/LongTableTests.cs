using System.Globalization;
using Backtest.Reporting;
using Microsoft.Playwright;

namespace Backtest.Tests;

/// <summary>A table of a hundred thousand rows works like a short one.</summary>
public sealed class LongTableTests(Chromium chromium)
{
    private const int Rows = 100_000;

    [Fact]
    public async Task Only_the_rows_in_sight_are_there_and_all_are_searched_sorted_and_reached()
    {
        using var folder = new TemporaryFolder();
        string[] names = [.. Enumerable.Range(0, Rows).Select(row => string.Create(CultureInfo.InvariantCulture, $"trade-{row}"))];
        double[] profits = [.. Enumerable.Range(0, Rows).Select(row => (double)((row * 7919L) % 100_003))];
        string page = Pages.Of(folder, new TableBlock("trades",
        [
            new("id", "Trade", new TextColumn(names), Format.Text),
            new("profit", "Profit", new NumberColumn(profits), Format.Integer),
        ]));
        await using OpenPage open = await OpenPage.Of(chromium, page);
        ILocator table = open.Page.Locator("#blocks");
        Assert.InRange(await table.Locator("tbody tr").CountAsync(), 5, 80);

        await table.GetByRole(AriaRole.Button, new() { Name = "Profit" }).ClickAsync();
        string best = names[Array.IndexOf(profits, profits.Max())];
        Assert.Equal(best, await table.Locator("tbody tr:not([aria-hidden]) td").First.InnerTextAsync());

        await open.Page.EvaluateAsync("() => { const list = document.querySelector('.scroll.virtual'); list.scrollTop = list.scrollHeight; }");
        string worst = names[Array.IndexOf(profits, profits.Min())];
        await table.GetByText(worst, new() { Exact = true }).WaitForAsync();
        Assert.InRange(await table.Locator("tbody tr").CountAsync(), 5, 80);

        await table.GetByRole(AriaRole.Searchbox).FillAsync("trade-99999");
        await table.GetByText("1 of 100,000 rows").First.WaitForAsync();
        Assert.Equal("trade-99999", await table.Locator("tbody tr:not([aria-hidden]) td").First.InnerTextAsync());
        Assert.Empty(open.Complaints);
    }
}
