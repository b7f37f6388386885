using System.Security.Cryptography;
using Backtest.Abstractions.Runtime;

namespace Backtest.Tests.Csv;

public sealed class LargeFileTests(LargeFile file) : IClassFixture<LargeFile>
{
    [Fact]
    public void Bars_beyond_those_held_in_memory_are_read_as_they_are_asked_for()
    {
        using IBarSource source = DataFolder.Open(file.Options);
        SourceSeries series = Assert.Single(source.Series);
        Assert.Null(series.Bars);
        Assert.Null(series.LastDay);
        Assert.Empty(source.Files);
        Assert.Equal(LargeFile.Bars, ReadAll(source, series, first: 1));
        DataFile record = Assert.Single(source.Files);
        Assert.Equal(LargeFile.Bars, record.Rows);
        Assert.Equal(["group"], record.IgnoredColumns);
        using FileStream content = File.OpenRead($"{file.Folder.Root}/A.csv");
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), record.Sha256);
        Assert.Empty(source.Warnings);
    }

    [Fact]
    public void They_may_be_read_again_and_only_in_part()
    {
        using IBarSource source = DataFolder.Open(file.Options);
        SourceSeries series = Assert.Single(source.Series);
        using (IBarReader reader = source.Open(series))
            Assert.Equal(5, reader.Read(new BarSeries(new Instrument { Symbol = "A" }, series.Timeframe, 0, hasVolume: false), 5));
        Assert.Equal(LargeFile.Bars, ReadAll(source, series, first: 1));
    }

    [Fact]
    public void Only_the_days_wanted_are_read()
    {
        using IBarSource source = DataFolder.Open(file.Options with { Start = new DateOnly(2020, 1, 25) });
        SourceSeries series = Assert.Single(source.Series);
        const int First = 24 * 86_400;
        Assert.Equal(LargeFile.Bars - First + 1, ReadAll(source, series, First));
    }

    [Fact]
    public void An_invalid_row_is_found_when_it_is_come_to_with_those_of_other_files()
    {
        using var folder = new DataFolder();
        File.Copy($"{file.Folder.Root}/A.csv", $"{folder.Root}/A.csv");
        File.AppendAllText($"{folder.Root}/A.csv", "1600000000,9,8,7,9,G\n");
        File.Copy($"{folder.Root}/A.csv", $"{folder.Root}/B.csv");
        using IBarSource source = DataFolder.Open(folder.Options("*.csv") with { Timeframe = new Timeframe(1, 's') });
        InputException exception = Assert.Throws<InputException>(() => ReadAll(source, source.Series[0], first: 1));
        Assert.Equal(
            ["A.csv:2200002: high 8 is below open 9", "B.csv:2200002: high 8 is below open 9"],
            exception.Errors.Select(error => error.ToString().Split('\n')[0].Replace($"{folder.Root}/", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void It_is_said_that_rows_that_name_symbols_are_all_held()
    {
        using IBarSource source = DataFolder.Open(file.Options with { Columns = new Dictionary<string, string> { ["symbol"] = "group" } });
        Assert.Equal(LargeFile.Bars, Assert.Single(source.Series).Bars);
        Assert.Equal("held_in_memory", Assert.Single(source.Warnings).Code);
    }

    [Fact]
    public void It_is_said_that_a_file_to_be_sorted_is_all_held()
    {
        using IBarSource source = DataFolder.Open(file.Options with { Order = RowOrder.Unsorted });
        Assert.Equal(LargeFile.Bars, ReadAll(source, Assert.Single(source.Series), first: 1));
        Assert.Equal("held_in_memory", Assert.Single(source.Warnings).Code);
    }

    private static int ReadAll(IBarSource source, SourceSeries series, int first)
    {
        var bars = new BarSeries(new Instrument { Symbol = series.Symbol }, series.Timeframe, 0, hasVolume: false);
        using IBarReader reader = source.Open(series);
        int next = first;
        while (reader.Read(bars, 5000) > 0)
        {
            for (int row = 0; row < bars.Count; row++)
            {
                if (bars.Close[row] != next++)
                    Assert.Fail($"bar {next - 1} closes at {bars.Close[row]}");
            }

            bars.Advance();
        }

        return next - first;
    }
}
