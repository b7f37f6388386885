using Backtest.Reporting;

namespace Backtest.Tests;

/// <summary>Names in a run are treated as text, whatever they contain.</summary>
public sealed class HostileNamesTests(Chromium chromium)
{
    private static readonly string[] Names =
        ["</script><script>window.hurt = 1</script>", "<img src=x onerror=\"window.hurt = 2\">", "=HYPERLINK(\"http://example.com\")",
            "\u202egnp.exe", "{{script}}", "'\"`${window.hurt = 3}", "]]>", "\u2028line"];

    [Fact]
    public async Task They_are_shown_and_do_nothing()
    {
        using var folder = new TemporaryFolder();
        var names = new TextColumn(Names);
        var numbers = new NumberColumn([.. Names.Select((_, index) => (double)index)]);
        string page = Pages.Of(
            folder,
            new TableBlock("names", [new("name", "<b>Name</b>", names, Format.Text), new("value", "Value", numbers, Format.Integer)])
            { Title = Names[0] },
            new BarsBlock(names, [new BarSet(Names[1], numbers)], Format.Number) { Title = Names[1] },
            new ScatterBlock(new Axis(Names[2], numbers, Format.Number), new Axis(Names[1], numbers, Format.Number))
            { Title = "Points", Names = names, Groups = names },
            new LinesBlock([new Line(Names[0], new TimeColumn([0, 864_000_000_000]), new NumberColumn([1, 2])),
                new Line(Names[1], new TimeColumn([0, 864_000_000_000]), new NumberColumn([2, 1]))], Format.Number)
            { Title = Names[3] },
            new CurvesBlock(Names[0], names, [new Curve(Names[1], numbers), new Curve(Names[0], numbers)], Format.Number) { Title = "Curves" },
            new HeatmapBlock([new HeatmapPair(Names[0], Names[1], names, new TextColumn([Names[1]]), numbers, numbers, numbers, 0)], Names[1], Format.Number)
            { Title = "Map" },
            new ParallelBlock([new ParallelAxis(Names[0], numbers) { Labels = names }, new ParallelAxis(Names[1], numbers)],
                new Axis(Names[1], numbers, Format.Number))
            { Title = "Lines" },
            new FlowBlock(Names[..2], [new FlowLink(Names[0], Names[1], 3)]) { Title = Names[4] },
            new MatrixBlock(Names, ["a"], numbers, Format.Number) { Title = Names[5] },
            new NotesBlock([new Remark(RemarkLevel.Error, Names[0], Names[1])]),
            new PreformattedBlock(Names[0]));
        await using OpenPage open = await OpenPage.Of(chromium, page);
        await open.ShowEverything();
        // Tooltips describe names, too.
        foreach (string title in (string[])[Names[1], "Points", "Curves", "Map", Names[3], Names[4]])
            await open.Page.EvaluateAsync(
                "title => { const chart = report.charts.find(one => one.box.getAttribute('aria-label') === title); chart.instance.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: 0 }); }", title);
        Assert.Equal("undefined", await open.Page.EvaluateAsync<string>("() => typeof window.hurt"));
        Assert.Equal(Names, await open.Page.EvaluateAsync<string[]>(
            "() => [...document.querySelector('#blocks .block').querySelectorAll('tbody tr td:first-child')].map(cell => cell.textContent)"));
        Assert.Equal(0, await open.Page.EvaluateAsync<int>("() => document.querySelectorAll('main img, main script, main b').length"));
        Assert.Empty(open.Requests);
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task A_name_that_begins_like_a_formula_is_exported_as_text()
    {
        using var folder = new TemporaryFolder();
        string page = Pages.Of(folder,
            new TableBlock("names", [new("name", "Name", new TextColumn(["=1+1", "-2", "+3", "@a", "plain", "a,b", "\"q\""]), Format.Text),
            new("value", "Value", new NumberColumn([-1, 2, 3, 4, 5, 6, 7]), Format.Number)]));
        await using OpenPage open = await OpenPage.Of(chromium, page);
        string text = await open.Page.EvaluateAsync<string>(
            "() => { const [name, value] = report.document.sections[0].blocks[0].columns; return report.csv([name, value].map(column => ({ ...column, cells: report.values(column.values) })), [0, 1, 2, 3, 4, 5, 6]); }");
        Assert.Equal(["name,value", "'=1+1,-1", "'-2,2", "'+3,3", "'@a,4", "plain,5", "\"a,b\",6", "\"\"\"q\"\"\",7"],
            text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
    }
}
