namespace Backtest.Tests;

public sealed class TradeFromTests
{
    private static readonly DateOnly ThirdDay = DateOnly.FromDateTime(TestBar.FirstDay).AddDays(2);

    [Fact]
    public void Signals_before_it_are_recorded_and_vetoed()
    {
        RecordedRun run = From(Always);

        Assert.Equal(["before_start", "before_start", "Ordered"], run.Outcomes.Take(3));
        Assert.Equal(TestBar.FirstDay.AddDays(3), Assert.Single(run.Fills).Fill.Time);
    }

    [Fact]
    public void Equity_begins_there()
    {
        RecordedRun run = From(Always);

        Assert.Equal(
            [TestBar.FirstDay.AddDays(3).Ticks, TestBar.FirstDay.AddDays(4).Ticks],
            run.Equity.Where(row => row.Portfolio == "main").Select(row => row.Time));
        Assert.Equal(2, run.Equity.Count(row => row.Portfolio == "total"));
    }

    [Fact]
    public void Strategies_run_before_it()
    {
        long first = long.MaxValue;
        From((BarEvent bar, in Position position, ISignals signals) => first = Math.Min(first, bar.Index));

        Assert.Equal(0, first);
    }

    [Fact]
    public void A_day_that_the_data_does_not_reach_is_told_when_the_data_has_ended()
    {
        RecordedRun run = Scenario.Of(TestBar.Flat(10, 10), Always).With(config => config with { TradeFrom = ThirdDay }).Run();

        RunWarning warning = Assert.Single(run.Result.Warnings);
        Assert.Equal(
            ("trade_from_after_data", $"trading would have begun on {ThirdDay:yyyy-MM-dd}, but the data ended before that day"),
            (warning.Code, warning.Message));
    }

    private static void Always(BarEvent bar, in Position position, ISignals signals) => signals.Enter(Direction.Long);

    private static RecordedRun From(ScriptedStrategy.Script script) =>
        Scenario.Of(TestBar.Flat(10, 10, 10, 10), script).With(config => config with { TradeFrom = ThirdDay }).Run();
}
