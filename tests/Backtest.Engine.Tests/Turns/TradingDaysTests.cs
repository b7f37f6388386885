namespace Backtest.Tests;

public sealed class TradingDaysTests
{
    private static readonly int Monday = new DateOnly(2024, 1, 8).DayNumber;
    private static readonly ShiftedCalendar Forex = new("forex", -2);
    private static readonly ShiftedCalendar Stocks = new("XNYS", 14.5, 6.5);
    private static readonly ShiftedCalendar NewYork = new("none", 5);

    [Fact]
    public void Daily_bars_without_a_calendar_are_of_the_date_written() =>
        Assert.Equal(Monday, Of(Timeframe.Day, NewYork).Next(At(29), ofBars: Monday));

    [Fact]
    public void Shorter_bars_without_a_calendar_are_of_the_date_of_the_last_instant_before_they_end()
    {
        TradingDays days = Of(Timeframe.Hour, NewYork);

        Assert.Equal(Monday, days.Next(At(29), ofBars: Monday));
        Assert.Equal(Monday + 1, days.Next(At(29) + 1, ofBars: Monday));
    }

    [Fact]
    public void Bars_of_one_calendar_are_of_its_day() =>
        Assert.Equal(Monday + 1, Of(Timeframe.Hour, Forex, Forex).Next(At(23), ofBars: Monday + 1));

    [Fact]
    public void A_turn_without_bars_is_of_the_calendars_day() =>
        Assert.Equal(Monday + 1, Of(Timeframe.Hour, Forex, Forex).Next(At(23), ofBars: null));

    [Fact]
    public void Shorter_bars_of_several_calendars_go_by_the_zone_their_sources_share()
    {
        TradingDays days = new([Source("A", Timeframe.Hour, Forex, NewYork), Source("B", Timeframe.Hour, Stocks, NewYork)]);

        Assert.Null(days.Calendar);
        Assert.Equal(Monday, days.Next(At(28), ofBars: Monday + 1));
        Assert.Equal(Monday + 1, days.Next(At(30), ofBars: Monday));
    }

    [Fact]
    public void Sources_of_several_zones_go_by_utc()
    {
        TradingDays days = new([
            Source("A", Timeframe.Hour, EveryDayCalendar.Utc, NewYork),
            Source("B", Timeframe.Hour, EveryDayCalendar.Utc, new ShiftedCalendar("none", -9)),
        ]);

        Assert.Equal(Monday, days.Next(At(24), ofBars: null));
        Assert.Equal(Monday + 1, days.Next(At(25), ofBars: null));
    }

    [Fact]
    public void A_day_never_goes_back()
    {
        TradingDays days = Of(Timeframe.Day, EveryDayCalendar.Utc);
        days.Next(At(24), ofBars: Monday + 1);

        Assert.Equal(Monday + 1, days.Next(At(25), ofBars: Monday));
    }

    private static TradingDays Of(Timeframe timeframe, params ITradingCalendar[] calendars) =>
        new([.. calendars.Select((calendar, i) => new SourceSeries($"{i}", timeframe, HasVolume: false, Bars: null, calendar))]);

    private static SourceSeries Source(string symbol, Timeframe timeframe, ITradingCalendar calendar, ITradingCalendar dates) =>
        new(symbol, timeframe, HasVolume: false, Bars: null, calendar) { Dates = dates };

    /// <summary>The time this many hours after Monday, 00:00 UTC.</summary>
    private static long At(double hours) => (Monday * TimeSpan.TicksPerDay) + (long)(hours * TimeSpan.TicksPerHour);
}
