using System.Globalization;
using Backtest.Data;
using Backtest.Data.Checking;

namespace Backtest.Tests.Checking;

/// <summary>The findings of a check of bars, each in data that is otherwise valid.</summary>
public sealed class DataCheckTests : IDisposable
{
    private const string Header = "time,open,high,low,close,volume";

    private static readonly string[] Minutes = [.. Enumerable.Range(0, 390)
        .Select(minute => new TimeSpan(9, 30, 0) + TimeSpan.FromMinutes(minute))
        .Select(time => time.ToString(@"hh\:mm", CultureInfo.InvariantCulture))];

    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Fine_days_have_no_findings() => Assert.Empty(Check(Days(60)).Findings);

    [Fact]
    public void What_was_looked_at_is_told()
    {
        CheckedSeries series = Assert.Single(Check(Days(60)).Series);
        Assert.Equal(
            ("a", Timeframe.Day, "XNYS", 60L, new DateOnly(2024, 1, 2), new DateOnly(2024, 3, 27)),
            (series.Symbol, series.Timeframe, series.Calendar, series.Bars, series.FirstDay, series.LastDay));
    }

    [Fact]
    public void A_trading_day_without_a_bar_is_missing()
    {
        DataFinding finding = Assert.Single(Check([.. Days(10).Where((_, day) => day is not (4 or 5))]).Findings);
        Assert.Equal(("missing_session", 2L, "no bar of 2024-01-08, a trading day of XNYS"), (finding.Code, finding.Count, finding.Message));
        Assert.Equal(("a", new DateTime(2024, 1, 10, 14, 30, 0)), (finding.Symbol, finding.Time));
    }

    [Fact]
    public void A_weekly_bar_that_is_missing_is_found()
    {
        string[] weeks = ["2024-01-01", "2024-01-08", "2024-01-15", "2024-01-29"]; // two of these Mondays were holidays
        DataFinding finding = Assert.Single(Check([.. weeks.Select(Row)], new Timeframe(1, 'w')).Findings);
        Assert.Equal(("missing_session", "no bar of 2024-01-23, a trading day of XNYS"), (finding.Code, finding.Message));
    }

    [Fact]
    public void Without_a_calendar_a_week_without_a_bar_is_a_gap()
    {
        Assert.Empty(Check([Row("2024-01-02"), Row("2024-01-10")], calendar: "none").Findings);
        DataFinding finding = Assert.Single(Check([Row("2024-01-02"), Row("2024-01-11")], calendar: "none").Findings);
        Assert.Equal(("gap", "no bar since 2024-01-03, 8 days before"), (finding.Code, finding.Message));
    }

    [Theory]
    [InlineData(100, 128, null)] // 28 minutes without a trade do not count as a gap
    [InlineData(100, 130, "2024-01-02 16:10:00")]
    [InlineData(0, 30, "2024-01-02 14:30:00")]
    [InlineData(360, 390, "2024-01-02 20:30:00")]
    public void Half_an_hour_of_a_session_without_a_bar_is_a_gap(int from, int to, string? time)
    {
        string[] rows = [.. Session("2024-01-02").Where((_, minute) => minute < from || minute >= to), .. Session("2024-01-03")];
        DataFinding? finding = Check(rows, Timeframe.Minute).Findings.SingleOrDefault();
        Assert.Equal(time, finding?.Time?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        Assert.Equal(time is null ? (null, null) : ("gap", (long?)(to - from)), (finding?.Code, finding?.Count));
    }

    [Fact]
    public void Rows_that_are_no_bars_are_told_with_file_and_line()
    {
        string[] rows =
        [
            "2024-01-02,100,101,99,100,1",
            "2024-01-03,0,101,99,100,1",
            "2024-01-03,100,98,99,100,1",
            "2024-01-03,100,97,99,100,1",
            "2024-01-03,100,101,99,100,1",
            "2024-01-03,100,101,99,100,1",
            "2024-01-02,100,101,99,100,1",
            "2024-01-06,100,101,99,100,1",
        ];
        IReadOnlyList<DataFinding> findings = Check(rows).Findings;
        Assert.Equal(
            ["bad_price 3 1", "bad_bar 4 2", "repeated_time 7 1", "backward_time 8 1", "closed_day 9 1"],
            findings.Select(finding => $"{finding.Code} {finding.Position.Line} {finding.Count}"));
        Assert.EndsWith("a.csv", findings[0].Position.File, StringComparison.Ordinal);
    }

    [Fact]
    public void A_price_that_leaves_and_is_back_at_the_next_is_an_outlier()
    {
        string[] rows = Days(60);
        rows[40] = Row(rows[40][..10], close: 160);
        DataFinding finding = Assert.Single(Check(rows).Findings);
        Assert.Equal("outlier", finding.Code);
        Assert.Equal("the close is +", finding.Message[..14]);
    }

    [Fact]
    public void A_price_that_leaves_and_stays_is_none()
    {
        string[] rows = Days(60);
        for (int day = 40; day < 60; day++)
            rows[day] = Row(rows[day][..10], open: 170, close: 171 + day % 3);
        Assert.Empty(Check(rows).Findings);
    }

    [Fact]
    public void A_high_twice_the_price_is_an_outlier()
    {
        string[] rows = Days(60);
        rows[10] = $"{rows[10][..10]},100,201,99,100,7";
        Assert.Equal("the high is +101.0% from open and close", Assert.Single(Check(rows).Findings).Message);
    }

    [Fact]
    public void Prices_that_fall_by_the_ratio_of_a_split_may_be_unadjusted()
    {
        // Apple Inc. split 7 for 1 on 2014-06-09: the last close before was 645.57, the first open after it 92.70.
        string[] rows = Days(60);
        for (int day = 0; day < 60; day++)
            rows[day] = day < 40
                ? Row(rows[day][..10], open: 645 + day % 4, close: 645.57)
                : Row(rows[day][..10], open: day == 40 ? 92.7 : 93 + day % 2, close: 93.7);
        DataFinding finding = Assert.Single(Check(rows).Findings);
        Assert.Equal("unadjusted_split", finding.Code);
        Assert.Equal("the open is -85.6% from the close before, as after a split of 7 for 1", finding.Message);
    }

    [Fact]
    public void Days_that_repeat_each_other_are_stale()
    {
        string[] rows = Days(60);
        for (int day = 20; day < 25; day++)
            rows[day] = $"{rows[day][..10]},100,101,99,100,7";
        DataFinding finding = Assert.Single(Check(rows).Findings);
        Assert.Equal(("stale", 4L, "5 consecutive bars have the same prices and volume"), (finding.Code, finding.Count, finding.Message));
    }

    [Fact]
    public void Days_that_begin_and_end_a_bar_late_seem_stamped_at_their_ends()
    {
        string[] rows = [.. Session("2024-01-02", late: TimeSpan.FromMinutes(1)), .. Session("2024-01-03")];
        DataFinding finding = Assert.Single(Check(rows, Timeframe.Minute).Findings);
        Assert.Equal(("end_stamped", 1L, new DateTime(2024, 1, 2, 14, 31, 0)), (finding.Code, finding.Count, finding.Time));
    }

    [Fact]
    public void Days_an_hour_off_their_sessions_tell_of_clocks_that_did_not_change()
    {
        // Times in New York's winter time all year: from 2024-03-11 on they are an hour behind its clocks.
        string[] rows = [.. Session("2024-03-08"), .. Session("2024-03-11", late: TimeSpan.FromHours(-1))];
        IReadOnlyList<DataFinding> findings = Check(rows, Timeframe.Minute).Findings;
        Assert.Contains(findings, finding => finding is { Code: "clock_shift", Count: 1 });
    }

    [Fact]
    public void A_time_that_clocks_skipped_is_a_hole()
    {
        string[] rows = ["2024-03-10 01:59,1,1,1,1,1", "2024-03-10 02:00,1,1,1,1,2", "2024-03-10 03:00,1,1,1,1,1"];
        DataFinding finding = Assert.Single(Check(rows, Timeframe.Minute, calendar: "none").Findings);
        Assert.Equal(("skipped_time", 3), (finding.Code, finding.Position.Line));
    }

    [Fact]
    public void Symbols_a_bar_apart_are_stamped_otherwise()
    {
        string[] days = ["2024-01-02", "2024-01-03", "2024-01-04"];
        _folder.File("b.csv", [Header, .. days.SelectMany(day => Session(day, TimeSpan.FromMinutes(1)))]);
        _folder.File("a.csv", [Header, .. days.SelectMany(day => Session(day))]);
        DataFinding finding = Assert.Single(DataChecker.Check([Options("*.csv", Timeframe.Minute, "none")], new BarSources(), TestContext.Current.CancellationToken).Findings);
        Assert.Equal(("mixed_stamps", "b", 3L), (finding.Code, finding.Symbol, finding.Count));
        Assert.Equal("days begin and end a bar later than those of a: the later ones are stamped with bar ends", finding.Message);
    }

    [Fact]
    public void Synthetic_bars_have_no_findings() => Assert.Empty(DataChecker.Check(
        [new BarSourceOptions.Synthetic { Bars = new SyntheticBars { Bars = 20_000 } }],
        new BarSources(),
        TestContext.Current.CancellationToken).Findings);

    private DataReport Check(string[] rows, Timeframe? timeframe = null, string calendar = "XNYS")
    {
        _folder.File("a.csv", [Header, .. rows]);
        return DataChecker.Check([Options("a.csv", timeframe ?? Timeframe.Day, calendar)], new BarSources(), TestContext.Current.CancellationToken);
    }

    private BarSourceOptions.Csv Options(string path, Timeframe timeframe, string calendar) =>
        _folder.Options(path) with { Timeframe = timeframe, Calendar = calendar, TimeZone = "America/New_York" };

    /// <summary>Trading days from 2024-01-02 on, with prices near 100.</summary>
    private static string[] Days(int count) =>
        [.. Calendars.Calendars.TradingDays(Calendars.Calendars.Open("XNYS"), "2024-01-02", "2024-12-31").Take(count)
            .Select((day, index) => Row(day, 100 + index % 3, 100 + index % 5))];

    private static string[] Session(string day, TimeSpan late = default) =>
        [.. Minutes.Select((time, minute) => Row(
            $"{day} {(TimeSpan.Parse(time, CultureInfo.InvariantCulture) + late).ToString(@"hh\:mm", CultureInfo.InvariantCulture)}",
            100 + minute % 3,
            100 + minute % 5))];

    private static string Row(string time) => Row(time, 100, 101);

    private static string Row(string time, double open = 100, double close = 100)
    {
        (double high, double low) = (Math.Max(open, close) + 1, Math.Min(open, close) - 1);
        return string.Create(CultureInfo.InvariantCulture, $"{time},{open},{high},{low},{close},1000");
    }
}
