using Backtest.Abstractions.Runtime;

namespace Backtest.Tests.Catalog;

[Collection(nameof(Alone))]
public sealed class AllocationTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reading_allocates_nothing_for_a_bar()
    {
        _folder.Import(new BarSourceOptions.Synthetic { Timeframe = Timeframe.Minute, Bars = new SyntheticBars { Bars = 300_000 } });
        using IBarSource source = _folder.OpenCatalog();
        SourceSeries series = Assert.Single(source.Series);
        var bars = new BarSeries(new Instrument { Symbol = series.Symbol }, series.Timeframe, index: 0, series.HasVolume);
        using IBarReader reader = source.Open(series);
        reader.Read(bars, 70_000);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        long read = 0;
        for (bars.Advance(); reader.Read(bars, 1000) is > 0 and int count; bars.Advance())
            read += count;
        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Assert.Equal(230_000, read);
        Assert.True(allocated < read, $"{allocated} bytes were allocated over {read} bars");
    }
}
