using CsCheck;

namespace Backtest.Tests;

/// <summary>Orders, and what changes or withdraws them, take their time to the market.</summary>
public sealed class LatencyTests
{
    [Theory]
    [InlineData(null, 11)]
    [InlineData("1 bar", 12)]
    [InlineData("2 bars", 13)]
    [InlineData("1d", 12)]
    [InlineData("36h", 13)] // the first bar that starts then or later
    public void A_market_order_fills_on_the_first_bar_it_has_reached(string? latency, double price) =>
        Assert.Equal([(decimal)price], Run(TestBar.Flat(10, 11, 12, 13), latency, Plan.BuyFirst).FillPrices);

    [Fact]
    public void A_level_that_is_touched_on_the_way_is_missed() => Assert.Equal(
        [8m],
        Run(TestBar.Flat(10, 9, 10, 8), "1 bar", Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 9 })))).FillPrices);

    [Fact]
    public void An_order_that_is_being_canceled_may_fill_before_the_request_arrives()
    {
        ScriptedStrategy.Script script = Plan.On(
            (0, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 9 })), (2, signals => signals.Cancel()));

        Assert.Equal([9m], Run(TestBar.Flat(10, 10, 10, 9, 9), "1 bar", script).FillPrices);
        RecordedRun late = Run(TestBar.Flat(10, 10, 10, 10, 9), "1 bar", script);
        Assert.Empty(late.Fills);
        Assert.Equal(
            [TestBar.FirstDay.AddDays(3), TestBar.FirstDay.AddDays(4)],
            late.OrderStates.TakeLast(2).Select(row => new DateTime(row.State.Time, DateTimeKind.Utc)));
    }

    [Fact]
    public void An_amendment_counts_from_its_arrival_on() => Assert.Equal(
        [9.5m],
        Run(TestBar.Flat(10, 10, 10, 9.5, 9.5), "1 bar", Plan.On(
            (0, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 9 })),
            (2, signals => signals.Amend(new SignalHandle(1), new Amendment { Limit = 9.5 })))).FillPrices);

    [Fact]
    public void Protection_is_there_with_its_entry() => Assert.Equal(
        [10m, 8m],
        Run(TestBar.Days((10, 10, 10, 10), (10, 10, 10, 10), (10, 10, 7, 9)), "1 bar", Plan.On(
            (0, signals => signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.At(8) })))).FillPrices);

    [Fact]
    public void To_fill_at_the_close_of_the_decision_is_refused() => Assert.Contains(
        Assert.Throws<InputException>(() => Scenario.Of(TestBar.Flat(10, 10), Plan.BuyFirst)
            .WithExecution(execution => execution with { Latency = Latency.Parse("1 bar"), FillsAtClose = true }).Run()).Errors,
        error => error.Key == "execution.latency");

    [Fact]
    public void Passing_over_turns_comes_to_what_taking_each_comes_to() => Gen.Select(Gen.Int[0, 100_000], Gen.OneOf("1 bar", "3 bars", "50h")).Sample((seed, latency) =>
    {
        RecordedRun every = Walking(seed, latency).Run(new RunOptions { TakesEveryTurn = true });

        Assert.Equal(every.Result.EventStreamHash, Walking(seed, latency).Run().Result.EventStreamHash);
    }, iter: 100);

    private static Scenario Walking(int seed, string latency)
    {
        ScriptedStrategy.Script trades = Walk.Trades(seed, rate: 40);
        Scenario scenario = Scenario.Of(Walk.Bars(seed, count: 200, missing: 10), trades).WithExecution(execution => execution with { Latency = Latency.Parse(latency) });
        scenario.Plugins.Add("main", new ScriptedStrategy(trades) { IsStateless = true });
        return scenario;
    }

    private static RecordedRun Run(IReadOnlyList<TestBar> bars, string? latency, ScriptedStrategy.Script script) => Scenario.Of(bars, script)
        .WithExecution(execution => execution with { Latency = latency is null ? null : Latency.Parse(latency) }).Run();
}
