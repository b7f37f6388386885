using System.Text.Json;
using Backtest.Reporting;

namespace Backtest.Tests;

/// <summary>A page unpacks exactly the data that was packed.</summary>
public sealed class PageDataTests(Chromium chromium)
{
    [Fact]
    public async Task Columns_reach_the_page_as_they_were_packed()
    {
        var random = new Random(7);
        double[] ticks = [.. Enumerable.Range(0, 3000).Select(_ => random.Next(-1_000_000, 1_000_000) / 100.0)];
        double[] gaps = [double.NaN, double.NaN, 1.5, double.NaN, -2.25, 0, double.NaN];
        double[] large = [1125899906842623, -1125899906842623, 0];
        long[] days = [.. Enumerable.Range(0, 7).Select(day => new DateTime(1999, 12, 30, 0, 0, 0, DateTimeKind.Utc).AddDays(day * 3).Ticks)];
        long[] moments = [new DateTime(1960, 1, 1, 3, 4, 5, 678, DateTimeKind.Utc).Ticks, TimeColumn.None,
            new DateTime(2040, 1, 1, 0, 0, 0, 1, DateTimeKind.Utc).Ticks];
        string?[] texts = ["a", null, "<b>", "a", "\u202eevil", "\"quoted\" \\ ", ""];
        Column[] columns = [new NumberColumn(ticks), new NumberColumn(gaps), new NumberColumn(large), new TimeColumn(days), new TimeColumn(moments),
            new TextColumn(texts)];
        using var folder = new TemporaryFolder();
        await using OpenPage open = await OpenPage.Of(chromium,
            Pages.Of(folder, new TableBlock("columns",
            [.. columns.Select((column, index) => new TableColumn($"c{index}", "", column, Format.Text))])));

        JsonElement read = await open.Page.EvaluateAsync<JsonElement>(
            "() => report.document.sections[0].blocks[0].columns.map(column => Array.from(report.values(column.values), value => Number.isNaN(value) ? null : value))");
        Assert.Equal(ticks, Numbers(read[0]));
        Assert.Equal(gaps, Numbers(read[1]));
        Assert.Equal(large, Numbers(read[2]));
        Assert.Equal(days.Select(Milliseconds), Numbers(read[3]));
        Assert.Equal(moments.Select(Milliseconds), Numbers(read[4]));
        Assert.Equal(texts, read[5].EnumerateArray().Select(value => value.GetString()));
    }

    private static IEnumerable<double> Numbers(JsonElement values) => values.EnumerateArray()
        .Select(value => value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble());

    private static double Milliseconds(long ticks) => ticks == TimeColumn.None ? double.NaN
        : (ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;
}
