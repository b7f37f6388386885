using Backtest.Abstractions.Runtime;
using Backtest.Data;

namespace Backtest.Tests.Synthetic;

public sealed class SyntheticBarsTests
{
    private static readonly SyntheticBars Plain = new() { Seed = 42, Bars = 1000 };

    [Fact]
    public void Same_seed_gives_the_same_bars()
    {
        Assert.Equal(DataFolder.Closes(Read(Plain)), DataFolder.Closes(Read(Plain)));
        Assert.NotEqual(DataFolder.Closes(Read(Plain)), DataFolder.Closes(Read(Plain with { Seed = 43 })));
    }

    [Fact]
    public void Symbol_has_the_same_bars_whoever_else_is_asked_for()
    {
        using IBarSource two = Open(Plain, "B", "A");
        using IBarSource one = Open(Plain, "B");
        Assert.Equal(["A", "B"], DataFolder.Symbols(two));
        Assert.Equal(DataFolder.Closes(DataFolder.Bars(one, "B")), DataFolder.Closes(DataFolder.Bars(two, "B")));
        Assert.NotEqual(DataFolder.Closes(DataFolder.Bars(two, "A")), DataFolder.Closes(DataFolder.Bars(two, "B")));
    }

    // The expected figures were computed by a second implementation, in Python.
    [Fact]
    public void Figures_are_the_same_on_any_machine()
    {
        BarSeries bars = Read(Plain);
        Assert.Equal(
            [99.54873779296875, 130.5515665479887, 133.24732035042115, 1423488],
            [bars.Close[0], bars.High[499], bars.Low[999], bars.Volume[999]]);
    }

    [Fact]
    public void Blocks_do_not_matter()
    {
        using IBarSource source = Open(Plain);
        Assert.Equal(DataFolder.Closes(DataFolder.Bars(source, block: 1)), DataFolder.Closes(DataFolder.Bars(source, block: 333)));
    }

    [Fact]
    public void Bars_are_sound_and_follow_each_other_without_a_gap()
    {
        BarSeries bars = Read(Plain with { Bars = 20_000, Volatility = 0.15 });
        for (int row = 0; row < bars.Count; row++)
        {
            Assert.InRange(bars.Low[row], 0.5, Math.Min(bars.Open[row], bars.Close[row]));
            Assert.InRange(bars.High[row], Math.Max(bars.Open[row], bars.Close[row]), 20_000);
            Assert.InRange(bars.Volume[row], 1, double.MaxValue);
            Assert.True(row == 0 || bars.Start[row] == bars.End[row - 1]);
            Assert.True(row == 0 || bars.Open[row] == bars.Close[row - 1]);
        }
    }

    [Fact]
    public void Returns_have_the_drift_and_volatility_asked_for()
    {
        BarSeries bars = Read(Plain with { Bars = 100_000, Drift = 0.00001, Volatility = 0.001 });
        double[] returns = [.. Enumerable.Range(0, bars.Count).Select(row => bars.Close[row] / bars.Open[row] - 1)];
        double mean = returns.Average();
        double deviation = Math.Sqrt(returns.Average(value => (value - mean) * (value - mean)));
        Assert.InRange(mean, 0.00001 - 0.000012, 0.00001 + 0.000012);
        Assert.InRange(deviation, 0.00099, 0.00101);
    }

    [Fact]
    public void Start_and_end_cut_the_walk_without_changing_it()
    {
        double[] whole = DataFolder.Closes(Read(Plain));
        using IBarSource source = DataFolder.Open(Options(Plain) with { Start = new DateOnly(2000, 1, 13), End = new DateOnly(2000, 1, 14) });
        BarSeries part = DataFolder.Bars(source);
        Assert.Equal(["2000-01-13", "2000-01-14"], DataFolder.Days(part));
        Assert.Equal(whole[10..12], DataFolder.Closes(part));
        Assert.Equal(new DateOnly(2000, 1, 14), Assert.Single(source.Series).LastDay);
    }

    [Fact]
    public void Days_are_days_of_the_zone()
    {
        BarSeries bars = DataFolder.Bars(DataFolder.Open(Options(Plain) with { TimeZone = "America/New_York" }));
        Assert.Equal("2000-01-03 05:00:00", DataFolder.Starts(bars)[0]);
        Assert.Equal("2000-07-03 04:00:00", DataFolder.Starts(bars)[182]);
        Assert.Equal(1000, bars.Day.Take(1000).Distinct().Count());
    }

    [Fact]
    public void Making_bars_allocates_nothing()
    {
        using IBarSource source = Open(Plain with { Bars = 100_000 });
        // Take the minimum of a few passes: a collection caused by another test may count the rest of this thread's buffer.
        Assert.Equal(0, Enumerable.Range(0, 3).Min(_ => Allocated(source)));
    }

    [Theory]
    [InlineData(0, 100, 0, 0.01, "data.bars: 0 is out of range; expected 1 or more.")]
    [InlineData(10_000_000, 100, 0, 0.01, "data.bars: 10000000 bars of 1d extend beyond the year 9000.")]
    [InlineData(10, 0, 0, 0.01, "data.price: 0 is out of range; expected above 0, at most 1,000,000,000.")]
    [InlineData(10, 100, 0.1, 0.01, "data.drift: 0.1 is out of range; expected -0.05 to 0.05.")]
    [InlineData(10, 100, 0, 0.2, "data.volatility: 0.2 is out of range; expected 0 to 0.15.")]
    [InlineData(10, 100, 0, double.NaN, "data.volatility: NaN is out of range; expected 0 to 0.15.")]
    public void Figure_out_of_range_is_an_error(int count, double price, double drift, double volatility, string message)
    {
        var bars = new SyntheticBars { Bars = count, Price = price, Drift = drift, Volatility = volatility };
        InputException exception = Assert.Throws<InputException>(() => Open(bars));
        Assert.StartsWith(message, Assert.Single(exception.Errors).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Range_without_a_bar_is_an_error()
    {
        BarSourceOptions options = Options(Plain) with { End = new DateOnly(1999, 1, 1) };
        InputException exception = Assert.Throws<InputException>(() => DataFolder.Open(options));
        Assert.StartsWith(
            "data.end: there are no synthetic bars on the requested days; there are 1000 from 2000-01-03 on.",
            exception.Message,
            StringComparison.Ordinal);
    }

    private static BarSourceOptions.Synthetic Options(SyntheticBars bars, params string[] symbols) =>
        new() { Bars = bars, Symbols = symbols };

    private static IBarSource Open(SyntheticBars bars, params string[] symbols) =>
        new BarSources().Open([Options(bars, symbols)], TestContext.Current.CancellationToken);

    private static BarSeries Read(SyntheticBars bars)
    {
        using IBarSource source = Open(bars);
        return DataFolder.Bars(source);
    }

    /// <summary>The allocation of all bars except the first thousand.</summary>
    private static long Allocated(IBarSource source)
    {
        using IBarReader reader = source.Open(source.Series[0]);
        var target = new BarSeries(new Instrument { Symbol = "SYN0" }, Timeframe.Day, index: 0, hasVolume: true);
        reader.Read(target, 1000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        do
            target.Advance();
        while (reader.Read(target, 1000) > 0);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
