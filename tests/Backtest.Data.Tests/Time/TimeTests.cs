using Backtest.Abstractions.Runtime;

namespace Backtest.Tests.Time;

public sealed class TimeTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("2020-01-02", "2020-01-02 05:00:00")]
    [InlineData("2020-01-02 09:30", "2020-01-02 14:30:00")]
    [InlineData("2020-01-02 09:30:15", "2020-01-02 14:30:15")]
    [InlineData("2020-01-02T09:30:15.25", "2020-01-02 14:30:15.25")]
    [InlineData("2020-01-02T09:30:00Z", "2020-01-02 09:30:00")]
    [InlineData("2020-01-02T09:30:00+01:00", "2020-01-02 08:30:00")]
    [InlineData("2020-01-02 09:30:00 -0330", "2020-01-02 13:00:00")]
    [InlineData("2020-01-02T09:30:00.123456-05", "2020-01-02 14:30:00.123")]
    [InlineData("20200102", "2020-01-02 05:00:00")]
    [InlineData("20200102 09:30", "2020-01-02 14:30:00")]
    [InlineData("20200102 09:30:15", "2020-01-02 14:30:15")]
    [InlineData("20200102 093015", "2020-01-02 14:30:15")]
    [InlineData("20200102093015", "2020-01-02 14:30:15")]
    [InlineData("2020/01/02 09:30", "2020-01-02 14:30:00")]
    [InlineData("2020.01.02 09:30", "2020-01-02 14:30:00")]
    [InlineData("2020-01-02 09:30:00 UTC", "2020-01-02 09:30:00")]
    [InlineData("1577957400500250", "2020-01-02 09:30:00.5")]
    [InlineData("1577957400500250125", "2020-01-02 09:30:00.5")]
    [InlineData("1577957400", "2020-01-02 09:30:00")]
    [InlineData("1577957400500", "2020-01-02 09:30:00.5")]
    public void Times_are_read_as_files_write_them(string text, string utc)
    {
        BarSeries bars = Read([text], new Timeframe(1, 'm'), "America/New_York");
        Assert.Equal([utc], DataFolder.Starts(bars));
    }

    [Fact]
    public void Clock_changes_move_the_instants_of_a_local_time()
    {
        BarSeries bars = Read(
            ["2020-03-06 16:00", "2020-03-09 16:00", "2020-10-30 16:00", "2020-11-02 16:00"], new Timeframe(1, 'h'), "America/New_York");
        Assert.Equal(["2020-03-06 21:00:00", "2020-03-09 20:00:00", "2020-10-30 20:00:00", "2020-11-02 21:00:00"], DataFolder.Starts(bars));
    }

    [Fact]
    public void Daily_bar_ends_where_the_next_begins_when_clocks_change_too()
    {
        BarSeries bars = Read(["2020-03-07", "2020-03-08", "2020-03-09"], Timeframe.Day, "America/New_York");
        Assert.Equal(DataFolder.Starts(bars)[1..], DataFolder.Ends(bars)[..2]);
        Assert.Equal(["2020-03-07 05:00:00", "2020-03-08 05:00:00", "2020-03-09 04:00:00"], DataFolder.Starts(bars));
    }

    [Fact]
    public void Day_that_begins_with_a_clock_change_begins_after_it()
    {
        BarSeries bars = Read(["2017-10-14", "2017-10-15", "2017-10-16"], Timeframe.Day, "America/Sao_Paulo");
        Assert.Equal(["2017-10-14", "2017-10-15", "2017-10-16"], DataFolder.Days(bars));
        Assert.Equal(DataFolder.Starts(bars)[1..], DataFolder.Ends(bars)[..2]);
    }

    [Fact]
    public void Trading_day_is_that_of_the_start_in_the_zone()
    {
        BarSeries bars = Read(["2020-01-02T04:59:00Z", "2020-01-02T05:00:00Z"], Timeframe.Minute, "America/New_York");
        Assert.Equal(["2020-01-01", "2020-01-02"], DataFolder.Days(bars));
    }

    [Fact]
    public void Stamp_at_the_end_puts_the_start_a_bar_before()
    {
        BarSeries bars = Read(["2020-01-03"], Timeframe.Day, "UTC", isStampedAtEnd: true);
        Assert.Equal(["2020-01-02 00:00:00"], DataFolder.Starts(bars));
        Assert.Equal(["2020-01-03 00:00:00"], DataFolder.Ends(bars));
        Assert.Equal(["2020-01-02"], DataFolder.Days(bars));
    }

    [Fact]
    public void Unknown_zone_is_an_error() => Assert.Equal(
        "data.timezone: 'New York' is not a time zone; expected an IANA id.\n  Write, for example, timezone: America/New_York, or UTC.",
        _folder.Error(new BarSourceOptions.Csv { Path = "a.csv", TimeZone = "New York" }));

    private BarSeries Read(string[] times, Timeframe timeframe, string zone, bool isStampedAtEnd = false)
    {
        _folder.File("a.csv", ["time,open,high,low,close", .. times.Select(time => $"{time},1,1,1,1")]);
        using IBarSource source = DataFolder.Open(
            _folder.Options("a.csv") with { Timeframe = timeframe, TimeZone = zone, IsStampedAtEnd = isStampedAtEnd });
        return DataFolder.Bars(source);
    }
}
