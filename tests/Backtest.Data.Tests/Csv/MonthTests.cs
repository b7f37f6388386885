using Backtest.Abstractions.Runtime;
using Backtest.Tests.Catalog;

namespace Backtest.Tests.Csv;

public sealed class MonthTests : IDisposable
{
    private const string Header = "date,open,high,low,close";

    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("2020-01-01", "2020-02-01", "2020-03-01")]
    [InlineData("2020-01-31", "2020-02-28", "2020-03-31")]
    [InlineData("2020-01-02", "2020-02-03", "2020-03-02")]
    public void A_bar_of_a_month_goes_from_its_first_session_to_its_last_whatever_day_it_is_written_with(string first, string second, string third)
    {
        BarSeries bars = Read([first, second, third], new Timeframe(1, 'M'), "XNYS");

        Assert.Equal(["2020-01-02 14:30:00", "2020-02-03 14:30:00", "2020-03-02 14:30:00"], DataFolder.Starts(bars));
        Assert.Equal(["2020-01-31 21:00:00", "2020-02-28 21:00:00", "2020-03-31 20:00:00"], DataFolder.Ends(bars));
        Assert.Equal(["2020-01-02", "2020-02-03", "2020-03-02"], DataFolder.Days(bars));
    }

    [Fact]
    public void Without_a_calendar_a_month_is_all_of_its_days()
    {
        BarSeries bars = Read(["2020-01-31", "2020-02-28"], new Timeframe(1, 'M'));

        Assert.Equal(["2020-01-01 00:00:00", "2020-02-01 00:00:00"], DataFolder.Starts(bars));
        Assert.Equal(["2020-02-01 00:00:00", "2020-03-01 00:00:00"], DataFolder.Ends(bars));
    }

    [Fact]
    public void Quarters_are_those_of_the_year()
    {
        BarSeries bars = Read(["2020-03-31", "2020-06-30"], new Timeframe(1, 'q'));

        Assert.Equal(["2020-01-01 00:00:00", "2020-04-01 00:00:00"], DataFolder.Starts(bars));
        Assert.Equal(["2020-04-01 00:00:00", "2020-07-01 00:00:00"], DataFolder.Ends(bars));
    }

    [Theory]
    [InlineData("1mo", "2020-01-01", "2020-02-01", "2020-03-01", "2020-04-01")]
    [InlineData("1mo", "2020-01-31", "2020-02-28", "2020-03-31", "2020-04-30")]
    [InlineData("1q", "2019-12-31", "2020-03-31", "2020-06-30", "2020-09-30")]
    [InlineData("1w", "2020-01-06", "2020-01-13", "2020-01-20", "2020-01-27")]
    public void Their_length_is_found_by_how_far_bars_are_apart(string timeframe, params string[] days)
    {
        Write(days);
        using IBarSource source = _folder.Open("a.csv");

        Assert.Equal(timeframe, Assert.Single(source.Series).Timeframe.ToString());
    }

    [Fact]
    public void A_month_that_is_still_running_is_left_out_with_a_warning()
    {
        Write(["2020-01-01", "2020-02-01", "2020-03-01", "2020-03-13"]);
        using IBarSource source = DataFolder.Open(_folder.Options("a.csv") with { Timeframe = new Timeframe(1, 'M') });

        Assert.Equal(3, DataFolder.Bars(source).Count);
        Assert.Equal("running_bar", Assert.Single(source.Warnings).Code);
    }

    [Fact]
    public void A_month_that_comes_twice_is_an_error_where_others_follow()
    {
        Write(["2020-01-01", "2020-02-01", "2020-03-01", "2020-03-13", "2020-04-01"]);

        Assert.Contains("appears twice", _folder.Error(_folder.Options("a.csv") with { Timeframe = new Timeframe(1, 'M') }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_catalog_keeps_months()
    {
        Write(["2020-01-01", "2020-02-01", "2020-03-01", "2020-04-01"]);
        _folder.Import(_folder.Options("a.csv") with { Calendar = "XNYS" });
        using IBarSource source = _folder.OpenCatalog();

        Assert.Equal(new Timeframe(1, 'M'), Assert.Single(source.Series).Timeframe);
        Assert.Equal(4, DataFolder.Bars(source).Count);
    }

    [Fact]
    public void Made_up_markets_have_months_as_well()
    {
        using IBarSource source = DataFolder.Open(
            new BarSourceOptions.Synthetic { Symbols = ["A"], Timeframe = new Timeframe(1, 'M'), Bars = new SyntheticBars { Bars = 3, Start = new DateOnly(2020, 1, 1) } });

        Assert.Equal(["2020-01-01 00:00:00", "2020-02-01 00:00:00", "2020-03-01 00:00:00"], DataFolder.Starts(DataFolder.Bars(source)));
    }

    private BarSeries Read(string[] days, Timeframe timeframe, string? calendar = null)
    {
        Write(days);
        BarSourceOptions.Csv options = _folder.Options("a.csv") with { Timeframe = timeframe };
        using IBarSource source = DataFolder.Open(calendar is null ? options : options with { Calendar = calendar });
        return DataFolder.Bars(source);
    }

    private void Write(string[] days) => _folder.File("a.csv", [Header, .. days.Select(day => $"{day},8,9,8,8.5")]);
}
