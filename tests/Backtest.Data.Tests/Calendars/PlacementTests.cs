using Backtest.Abstractions.Runtime;

namespace Backtest.Tests.Calendars;

/// <summary>When bars of an exchange begin and end.</summary>
public sealed class PlacementTests : IDisposable
{
    private const string Header = "time,open,high,low,close";

    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_daily_bar_lasts_from_the_open_to_the_close_of_its_session()
    {
        BarSeries bars = Read(Timeframe.Day, "2024-07-02", "2024-07-03", "2024-07-05");
        Assert.Equal(["2024-07-02 13:30:00", "2024-07-03 13:30:00", "2024-07-05 13:30:00"], DataFolder.Starts(bars));
        Assert.Equal(["2024-07-02 20:00:00", "2024-07-03 17:00:00", "2024-07-05 20:00:00"], DataFolder.Ends(bars));
        Assert.Equal(["2024-07-02", "2024-07-03", "2024-07-05"], DataFolder.Days(bars));
    }

    [Theory]
    [InlineData("2024-07-03 00:00:00")] // midnight after the day
    [InlineData("2024-07-02T20:00:00Z")] // its close
    public void A_daily_bar_stamped_at_its_end_is_of_the_day_that_ended(string stamp)
    {
        _folder.File("a.csv", Header, $"{stamp},1,1,1,1");
        using IBarSource source = DataFolder.Open(Options(Timeframe.Day) with { IsStampedAtEnd = true });
        Assert.Equal(["2024-07-02 20:00:00"], DataFolder.Ends(DataFolder.Bars(source)));
    }

    [Fact]
    public void A_weekly_bar_ends_as_the_last_session_of_its_week_closes()
    {
        BarSeries bars = Read(new Timeframe(1, 'w'), "2024-11-18", "2024-11-25");
        Assert.Equal(["2024-11-18 14:30:00", "2024-11-25 14:30:00"], DataFolder.Starts(bars));
        Assert.Equal(["2024-11-22 21:00:00", "2024-11-29 18:00:00"], DataFolder.Ends(bars));
    }

    [Fact]
    public void A_weekly_bar_of_a_Monday_without_a_session_starts_on_Tuesday() =>
        Assert.Equal(["2024-09-03 13:30:00"], DataFolder.Starts(Read(new Timeframe(1, 'w'), "2024-09-02")));

    [Fact]
    public void A_bar_within_a_day_ends_at_its_start_plus_the_timeframe()
    {
        BarSeries bars = Read(new Timeframe(1, 'h'), "2024-07-02 19:30", "2024-07-03 13:30");
        Assert.Equal(["2024-07-02 20:30:00", "2024-07-03 14:30:00"], DataFolder.Ends(bars));
        Assert.Equal(["2024-07-02", "2024-07-03"], DataFolder.Days(bars));
    }

    [Fact]
    public void A_bar_of_a_day_the_exchange_was_closed_is_no_bar()
    {
        _folder.File("a.csv", Header, "2024-07-03,1,1,1,1", "2024-07-04,1,1,1,1");
        Assert.Equal(
            "a.csv:3: the bar is of 2024-07-04, a day on which XNYS was closed\n"
            + "  bars must be of days on which the exchange of data.calendar traded. Fix the row, or set data.bad_rows: skip to leave it out.",
            _folder.Error(Options(Timeframe.Day)));
        using IBarSource source = DataFolder.Open(Options(Timeframe.Day) with { SkipsBadRows = true });
        Assert.Equal(1, source.Series[0].Bars);
        Assert.Equal(1, source.Files[0].SkippedRows);
    }

    [Fact]
    public void Bars_older_than_the_calendar_are_told_as_such()
    {
        _folder.File("a.csv", Header, "1985-07-02,1,1,1,1");
        Assert.Equal(
            "a.csv:2: the bar is of 1985-07-02, but the calendar XNYS begins on 1990-01-01\n"
            + "  Set data.start to a day that the calendar covers, or set the calendar to none.",
            _folder.Error(Options(Timeframe.Day)));
    }

    [Theory]
    [InlineData(SessionHours.Regular, "13:30 19:59")]
    [InlineData(SessionHours.Extended, "08:00 13:29 13:30 19:59 20:00 23:59")]
    [InlineData(SessionHours.All, "07:59 08:00 13:29 13:30 19:59 20:00 23:59")]
    [InlineData(null, "07:59 08:00 13:29 13:30 19:59 20:00 23:59")]
    public void A_session_keeps_the_bars_that_start_in_its_hours(SessionHours? session, string kept)
    {
        string[] times = ["07:59", "08:00", "13:29", "13:30", "19:59", "20:00", "23:59"];
        _folder.File("a.csv", [Header, .. times.Select(time => $"2024-07-02 {time},1,1,1,1")]);
        using IBarSource source = DataFolder.Open(Options(Timeframe.Minute) with { Session = session });
        Assert.Equal(kept.Split(' '), DataFolder.Starts(DataFolder.Bars(source)).Select(start => start[11..16]));
    }

    [Fact]
    public void A_symbol_may_have_a_calendar_of_its_own()
    {
        _folder.File("a.csv", "time,symbol,open,high,low,close", "2024-07-03,A,1,1,1,1", "2024-07-03,B,1,1,1,1", "2024-07-04,B,1,1,1,1");
        using IBarSource source = DataFolder.Open(
            Options(Timeframe.Day) with { Calendars = new Dictionary<string, string> { ["B"] = "none" } });
        Assert.Equal(["XNYS", "none"], source.Series.Select(series => series.Calendar.Name));
        Assert.Equal("2024-07-05 00:00:00", DataFolder.Ends(DataFolder.Bars(source, "B"))[1]);
    }

    private BarSeries Read(Timeframe timeframe, params string[] times)
    {
        _folder.File("a.csv", [Header, .. times.Select(time => $"{time},1,1,1,1")]);
        using IBarSource source = DataFolder.Open(Options(timeframe));
        return DataFolder.Bars(source);
    }

    private BarSourceOptions.Csv Options(Timeframe timeframe) => _folder.Options("a.csv") with { Timeframe = timeframe, Calendar = "XNYS" };
}
