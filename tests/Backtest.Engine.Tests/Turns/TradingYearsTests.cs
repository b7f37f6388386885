using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

public sealed class TradingYearsTests
{
    private static readonly ITradingCalendar Exchange = new WeekdayCalendar();
    private static readonly ITradingCalendar Forex = new ShiftedCalendar("forex", -2, isOpenOnWeekends: false);
    private static readonly ITradingCalendar Coins = new ShiftedCalendar("coins", 0);

    [Theory]
    [InlineData("1d", 252, 260, 365, 252)]
    [InlineData("1w", 365.25 / 7, 365.25 / 7, 365.25 / 7, 365.25 / 7)]
    [InlineData("2w", 365.25 / 14, 365.25 / 14, 365.25 / 14, 365.25 / 14)]
    [InlineData("1mo", 12, 12, 12, 12)]
    [InlineData("2q", 2, 2, 2, 2)]
    [InlineData("5d", 365.25 / 5, 365.25 / 5, 365.25 / 5, 365.25 / 5)]
    [InlineData("1h", 252 * 7, 260 * 24, 365 * 24, 252 * 24)]
    [InlineData("30m", 252 * 13, 260 * 48, 365 * 48, 252 * 48)]
    [InlineData("8h", 252, 260 * 3, 365 * 3, 252 * 3)]
    public void Bars_a_year_follow_from_timeframe_and_calendar(string timeframe, double exchange, double forex, double coins, double none)
    {
        Assert.Equal(exchange, Bars(Exchange, timeframe));
        Assert.Equal(forex, Bars(Forex, timeframe));
        Assert.Equal(coins, Bars(Coins, timeframe));
        Assert.Equal(none, Bars(EveryDayCalendar.Utc, timeframe));
    }

    [Theory]
    [InlineData("1h", 365 * 6)] // three before the break and three after it
    [InlineData("30m", 365 * 10)]
    [InlineData("1d", 365)]
    public void A_break_parts_a_session(string timeframe, double bars) => Assert.Equal(bars, Bars(new PausingCalendar(), timeframe));

    [Fact]
    public void A_strategy_is_told_of_the_bars_it_decides_on_and_a_risk_manager_of_those_of_each_instrument()
    {
        double strategy = 0;
        var years = new Dictionary<string, double>();
        var scenario = new Scenario { Timeframe = Timeframe.Hour };
        scenario.WithBars("A", Walk.Bars(1, 200, timeframe: Timeframe.Hour)).WithBars("B", Walk.Bars(2, 9), Timeframe.Day, Coins)
            .WithPortfolio("main", Plan.BuyFirst);
        scenario.Plugins.Add("main", new ScriptedStrategy(Plan.BuyFirst) { OnStart = (in context) => strategy = context.PeriodsPerYear });
        scenario.Plugins.Add("main", new ScriptedRisk((in turn, orders) =>
        {
            foreach (SignalEvent signal in turn.Signals)
                years[signal.Instrument.Symbol] = turn.Portfolio.BarsPerYear(signal.Instrument);
        }));
        scenario.On(new(1, 'w')).Run();

        Assert.Equal(365.25 / 7, strategy);
        Assert.Equal([("A", 252.0 * 24), ("B", 365.0)], years.Select(year => (year.Key, year.Value)));
    }

    private static double Bars(ITradingCalendar calendar, string timeframe)
    {
        Assert.True(Timeframe.TryParse(timeframe, out Timeframe length));
        var bars = new BarSeries(new Instrument { Symbol = "A" }, Timeframe.Minute, index: 0, hasVolume: false);
        var series = new RunSeries([bars], [new SourceSeries("A", Timeframe.Minute, HasVolume: false, Bars: null, calendar)]);
        return new TradingYears(series).BarsOf(bars.Instrument, length);
    }
}
