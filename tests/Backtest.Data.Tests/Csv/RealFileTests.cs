using Backtest.Abstractions.Runtime;

namespace Backtest.Tests.Csv;

public sealed class RealFileTests
{
    [Fact]
    public void Sample_prices_load_as_they_are()
    {
        using IBarSource source = Open(Path.Combine(Repository(), "samples", "data", "spx-daily.csv"), "SPX");
        BarSeries bars = DataFolder.Bars(source, "SPX", block: 1000);
        Assert.Equal(5105, bars.Count);
        Assert.Equal("2000-01-03", DataFolder.Days(bars)[0]);
        Assert.Equal("2020-04-17", DataFolder.Days(bars)[^1]);
        Assert.Equal(
            (1469.25, 1478, 1438.359985, 1455.219971, 931800000), (bars.Open[0], bars.High[0], bars.Low[0], bars.Close[0], bars.Volume[0]));
        DataFile file = Assert.Single(source.Files);
        Assert.Equal("9409e9342d0657c747324e4cfabce8a8c7f663bc485b95a3378f36b0a160f8c8", file.Sha256);
        Assert.Equal(["adjclose"], file.IgnoredColumns);
    }

    [Fact]
    public void Golden_bars_load_whole()
    {
        using IBarSource source = Open(GoldenFiles.Locate("sma-cross", "bars.csv"), "X");
        BarSeries bars = DataFolder.Bars(source, "X", block: 1000);
        Assert.Equal(10_000, bars.Count);
        Assert.Equal(("1985-01-01 00:00:00", 98.5977), (DataFolder.Starts(bars)[0], bars.Close[0]));
    }

    private static IBarSource Open(string path, string symbol) =>
        DataFolder.Open(new BarSourceOptions.Csv { Path = path, Symbols = [symbol] });

    private static string Repository()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "global.json")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
