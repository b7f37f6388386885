using Backtest.Abstractions.Runtime;
using Backtest.Tests.Lean;

namespace Backtest.Tests.Catalog;

/// <summary>A catalog keeps with the bars what is a source's own: its calendar, bid and ask, and its dividends before rounding.</summary>
public sealed class OwnCalendarTests : IDisposable
{
    private readonly LeanData _lean = new();

    [Fact]
    public void The_calendar_of_a_LEAN_folder_is_kept_with_its_bars()
    {
        _lean.Zip(
            "equity/usa/minute/spy/20191224_trade.zip", "20191224_spy_minute_trade.csv", "34200000,10000,10000,10000,10000,1",
            "46740000,20000,20000,20000,20000,1");
        BarSourceOptions.Lean options = _lean.Options(Timeframe.Minute, symbols: "SPY");
        using IBarSource lean = DataFolder.Open(options);
        _lean.Folder.Import(options);
        using IBarSource catalog = _lean.Folder.OpenCatalog();

        (ITradingCalendar before, ITradingCalendar after) = (lean.Series[0].Calendar, Assert.Single(catalog.Series).Calendar);
        Assert.Equal((before.Name, before.TimeZone), (after.Name, after.TimeZone));
        int first = new DateOnly(2019, 12, 1).DayNumber;
        Assert.All(Enumerable.Range(first, 60), day => Assert.Equal(before.Session(day), after.Session(day)));
        Assert.Equal(DataFolder.Ends(DataFolder.Bars(lean)), DataFolder.Ends(DataFolder.Bars(catalog)));
        Assert.Equal(["SPY 1m Unchanged"], _lean.Folder.Import(options).Outcomes());
    }

    [Fact]
    public void A_calendar_of_ones_own_is_kept_and_may_be_replaced_for_a_symbol()
    {
        DataFolder folder = _lean.Folder;
        folder.Raw("own.json", """
            {"name": "own", "timeZone": "Asia/Tokyo", "from": "2020-01-01", "to": "2020-12-31", "hours": {"weekdays": "09:00-11:30, 12:30-15:00"},
             "special": {"2020-01-04": "10:00-11:00"}}
            """);
        folder.File("A.csv", "date,open,high,low,close", "2020-01-06,1,1,1,1");
        folder.Import(folder.Options("A.csv") with { Calendar = "own.json", TimeZone = "Asia/Tokyo" });
        File.Delete(Path.Combine(folder.Root, "own.json"));

        using IBarSource kept = folder.OpenCatalog();
        ITradingCalendar calendar = Assert.Single(kept.Series).Calendar;
        Assert.Equal("own", calendar.Name);
        Assert.Single(calendar.Breaks(new DateOnly(2020, 1, 6).DayNumber));
        Assert.NotNull(calendar.Session(new DateOnly(2020, 1, 4).DayNumber));
        using IBarSource other = DataFolder.Open(folder.InCatalog() with { Calendars = new Dictionary<string, string> { ["A"] = "XNYS" } });
        Assert.Equal("XNYS", Assert.Single(other.Series).Calendar.Name);
    }

    [Fact]
    public void Bid_and_ask_come_back_as_they_were()
    {
        _lean.Zip(
            "equity/usa/minute/spy/20191217_trade.zip", "20191217_spy_minute_trade.csv",
            "34200000,20000,20000,20000,20000,7", "34260000,30000,30000,30000,30000,8");
        _lean.Zip(
            "equity/usa/minute/spy/20191217_quote.zip", "20191217_spy_minute_quote.csv",
            "34200000,19000,19500,18000,19000,1,21000,22000,20500,21500,1");
        _lean.Folder.Import(_lean.Options(Timeframe.Minute, symbols: "SPY") with { Kind = LeanKind.Both });
        using IBarSource source = _lean.Folder.OpenCatalog();
        SourceSeries series = Assert.Single(source.Series);
        Assert.True(series.HasQuotes);
        var bars = new BarSeries(new Instrument { Symbol = "SPY" }, series.Timeframe, index: 0, series.HasVolume, hasQuotes: true);
        using IBarReader reader = source.Open(series);
        Assert.Equal(2, reader.Read(bars, 10));
        Assert.Equal((1.9, 1.95, 1.8, 1.9), (bars.Bid!.Open[0], bars.Bid.High[0], bars.Bid.Low[0], bars.Bid.Close[0]));
        Assert.Equal((2.1, 2.2, 2.05, 2.15), (bars.Ask!.Open[0], bars.Ask.High[0], bars.Ask.Low[0], bars.Ask.Close[0]));
        Assert.True(double.IsNaN(bars.Bid.Open[1]) && double.IsNaN(bars.Ask.Close[1]));
        Assert.Equal([7, 8], bars.Volume[..2]);
    }

    [Fact]
    public void A_dividend_is_paid_as_it_was_read_and_prices_are_adjusted_by_all_of_it()
    {
        _lean.Zip(
            "equity/usa/daily/spy.zip", "spy.csv", "20191216 00:00,1000000,1000000,1000000,1000000,1", "20191217 00:00,1000000,1000000,1000000,1000000,1");
        _lean.Folder.File("equity/usa/factor_files/spy.csv", "20191216,0.99875,1,100", "20501231,1,1,0");
        _lean.Folder.Import(_lean.Options(Timeframe.Day, symbols: "SPY"));
        using IBarSource raw = _lean.Folder.OpenCatalog();
        using IBarSource adjusted = DataFolder.Open(_lean.Folder.InCatalog() with { Adjustment = PriceAdjustment.All });
        Assert.Equal([new Dividend("SPY", new DateOnly(2019, 12, 17), 0.12m) { Unrounded = 0.125m }], raw.Actions);
        Assert.Equal([99.875, 100], DataFolder.Closes(DataFolder.Bars(adjusted)));
    }

    public void Dispose() => _lean.Dispose();
}
