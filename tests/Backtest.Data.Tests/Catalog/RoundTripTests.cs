using Backtest.Abstractions.Runtime;
using CsCheck;

namespace Backtest.Tests.Catalog;

public sealed class RoundTripTests : IDisposable
{
    private static readonly Gen<Timeframe> Timeframes = Gen.Const(new Timeframe[] { new(1, 's'), new(1, 'm'), new(4, 'h'), new(1, 'd'), new(1, 'w') })
        .SelectMany(all => Gen.Int[0, all.Length - 1], (all, index) => all[index]);

    private static readonly Gen<BarSeries> AnyBars =
        from timeframe in Timeframes
        from hasVolume in Gen.Bool
        from symbol in Gen.String[Gen.Char["AZaz09-_.~ /\\%=+éΩ*?"], 1, 12]
        from first in Gen.Long[new DateTime(1800, 1, 1).Ticks / 10, new DateTime(2200, 1, 1).Ticks / 10]
        from rows in Gen.Select(Gen.Int[1, 400], Gen.Double.Array[5]).Array[1, 300]
        select Bars(symbol, timeframe, hasVolume, first * 10, rows);

    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Any_bars_come_back_bit_for_bit() => AnyBars.Sample(
        bars =>
        {
            using var folder = new DataFolder();
            folder.Import(new MemoryBars(bars), MemoryBars.Options);
            using IBarSource source = folder.OpenCatalog(bars.Instrument.Symbol);
            Assert.Equal(bars.Timeframe, Assert.Single(source.Series).Timeframe);
            AssertSame(bars, DataFolder.Bars(source, bars.Instrument.Symbol, block: 7));
        },
        iter: 60,
        threads: 1);

    [Fact]
    public void Bars_of_many_row_groups_and_years_come_back()
    {
        var synthetic = new BarSourceOptions.Synthetic
        {
            Symbols = ["A"],
            Timeframe = Timeframe.Minute,
            TimeZone = "America/New_York",
            Bars = new SyntheticBars { Bars = 700_000, Volatility = 0.001 },
        };
        _folder.Import(synthetic);
        using IBarSource expected = DataFolder.Open(synthetic);
        using IBarSource source = _folder.OpenCatalog();
        Assert.Equal(["2000.parquet", "2001.parquet"], source.Files.Select(file => Path.GetFileName(file.Path)));
        AssertSame(DataFolder.Bars(expected, "A", block: 5000), DataFolder.Bars(source, "A", block: 5000));
    }

    [Fact]
    public void Splits_and_dividends_come_back()
    {
        BarSeries bars = Bars("A", Timeframe.Day, hasVolume: true, new DateTime(2020, 1, 1).Ticks, [(1, [1, 1, 1, 1, 1])]);
        CorporateAction[] actions = [new Split("A", new DateOnly(2020, 1, 2), 0.1m), new Dividend("A", new DateOnly(2020, 1, 2), 1.2345678901234567890m)];
        _folder.Import(new MemoryBars(bars, actions), MemoryBars.Options);
        using IBarSource source = _folder.OpenCatalog();
        Assert.Equal(actions, source.Actions);
    }

    [Fact]
    public void Trading_days_and_calendar_are_those_of_the_zone_at_import()
    {
        _folder.File("A.csv", "time,open,high,low,close", "2020-01-02 23:00,1,1,1,1");
        _folder.Import(_folder.Options("A.csv") with { Timeframe = new Timeframe(1, 'h'), TimeZone = "America/New_York" });
        using IBarSource source = _folder.OpenCatalog();
        Assert.Equal(["2020-01-02"], DataFolder.Days(DataFolder.Bars(source)));
        ITradingCalendar calendar = Assert.Single(source.Series).Calendar;
        Assert.Equal(new DateTime(2020, 1, 3, 5, 0, 0).Ticks, calendar.Session(new DateOnly(2020, 1, 2).DayNumber)!.Value.Close);
    }

    [Fact]
    public void Times_finer_than_a_microsecond_are_refused()
    {
        BarSeries bars = Bars("A", Timeframe.Day, hasVolume: true, new DateTime(2020, 1, 1).Ticks + 1, [(1, [1, 1, 1, 1, 1])]);
        InputException exception = Assert.Throws<InputException>(() => _folder.Import(new MemoryBars(bars), MemoryBars.Options));
        Assert.Equal("bad_time", Assert.Single(exception.Errors).Code);
    }

    private static BarSeries Bars(
        string symbol, Timeframe timeframe, bool hasVolume, long first, IEnumerable<(int Gap, double[] Values)> rows)
    {
        var bars = new BarSeries(new Instrument { Symbol = symbol }, timeframe, index: 0, hasVolume);
        long start = first;
        foreach ((int gap, double[] values) in rows)
        {
            start += gap * timeframe.Ticks;
            bars.Append(
                start, start + timeframe.Ticks, values[0], values[1], values[2], values[3], hasVolume ? values[4] : 0, EveryDayCalendar.Utc.Day(start));
        }

        return bars;
    }

    private static void AssertSame(BarSeries expected, BarSeries actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        Assert.Equal(expected.HasVolume, actual.HasVolume);
        int count = expected.Count;
        Assert.True(expected.Start.AsSpan(0, count).SequenceEqual(actual.Start.AsSpan(0, count)));
        Assert.True(expected.End.AsSpan(0, count).SequenceEqual(actual.End.AsSpan(0, count)));
        Assert.True(expected.Day.AsSpan(0, count).SequenceEqual(actual.Day.AsSpan(0, count)));
        foreach ((double[] left, double[] right) in new[]
        {
            (expected.Open, actual.Open),
            (expected.High, actual.High),
            (expected.Low, actual.Low),
            (expected.Close, actual.Close),
            (expected.Volume, actual.Volume),
        })
        {
            for (int row = 0; row < count; row++)
                Assert.Equal(BitConverter.DoubleToInt64Bits(left[row]), BitConverter.DoubleToInt64Bits(right[row]));
        }
    }
}
