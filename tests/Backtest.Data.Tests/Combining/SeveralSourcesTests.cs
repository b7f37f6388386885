namespace Backtest.Tests;

public sealed class SeveralSourcesTests : IDisposable
{
    private readonly DataFolder _folder = new DataFolder()
        .File("daily/B.csv", "date,open,high,low,close", "2020-01-02,1,2,1,2", "2020-01-03,2,2,1,1")
        .File("hourly/B.csv", "time,open,high,low,close", "2020-01-02 09:00,1,2,1,2")
        .File("A.csv", "date,open,high,low,close", "2020-01-02,5,6,5,6");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Sources_are_one_source_by_symbol_and_from_the_shortest_timeframe_to_the_longest()
    {
        using IBarSource all = DataFolder.Open(_folder.Options("daily"), Hourly, _folder.Options("A.csv"));

        Assert.Equal(["A 1d", "B 1h", "B 1d"], all.Series.Select(series => $"{series.Symbol} {series.Timeframe}"));
        Assert.Equal(["A.csv", "daily/B.csv", "hourly/B.csv"], all.Files.Select(file => Path.GetRelativePath(_folder.Root, file.Path)));
    }

    [Fact]
    public void Each_series_is_read_from_the_source_that_has_it()
    {
        using IBarSource all = DataFolder.Open(_folder.Options("daily"), Hourly);

        Assert.Equal([(Timeframe.Hour, 1L), (Timeframe.Day, 2L)], all.Series.Select(series => (series.Timeframe, series.Bars!.Value)));
        Assert.Equal([2, 1], DataFolder.Closes(DataFolder.Bars(all, all.Series[1])));
        Assert.Equal([2], DataFolder.Closes(DataFolder.Bars(all, all.Series[0])));
    }

    [Fact]
    public void The_same_bars_from_two_sources_are_an_error()
    {
        InputException exception = Assert.Throws<InputException>(() => DataFolder.Open(
            _folder.Options("daily") with { Key = "data[0]" }, _folder.Options("daily/B.csv") with { Key = "data[1]" }));

        Assert.StartsWith(
            "data[1].symbols: data[1] has 1d bars of B, and so has data[0].", exception.Message, StringComparison.Ordinal);
    }

    private BarSourceOptions.Csv Hourly => _folder.Options("hourly") with { Timeframe = Timeframe.Hour };
}
