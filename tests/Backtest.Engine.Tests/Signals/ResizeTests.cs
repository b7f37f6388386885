namespace Backtest.Tests;

/// <summary>A risk manager changes positions to quantities it chooses.</summary>
public sealed class ResizeTests
{
    [Theory]
    [InlineData(25, "10 15")]
    [InlineData(4, "10 -6")]
    [InlineData(0, "10 -10")]
    [InlineData(10, "10")]
    public void A_position_is_brought_to_a_quantity_at_the_next_open(int quantity, string fills) =>
        Assert.Equal(fills, string.Join(" ", Run(Plan.BuyFirst, (2, "A", quantity)).FillQuantities));

    [Fact]
    public void A_short_grows_by_sales() => Assert.Equal(
        [-10m, -5m], Run(Plan.On((0, signals => signals.Enter(Direction.Short))), (2, "A", 15)).FillQuantities);

    [Fact]
    public void What_was_added_leaves_with_the_position()
    {
        RecordedRun run = Run(Plan.On((0, signals => signals.Enter(Direction.Long)), (4, signals => signals.Exit())), (2, "A", 25));

        Assert.Equal([10m, 15m, -25m], run.FillQuantities);
        Assert.Equal(25, Assert.Single(run.Trades).Trade.Quantity);
        Assert.Equal((0, "rebalance"), (run.Order(2).Order.SignalId, run.Order(2).Reason));
    }

    [Fact]
    public void Nothing_is_added_to_what_leaves_or_is_not_held()
    {
        RecordedRun leaving = Run(Plan.On((0, signals => signals.Enter(Direction.Long)), (2, signals => signals.Exit())), (2, "A", 25));

        Assert.Equal([10m, -10m], leaving.FillQuantities);
        Assert.Empty(Run(Plan.Idle, (2, "A", 25)).Orders);
    }

    [Fact]
    public void What_is_under_way_counts()
    {
        // A limit order at 9 for 10 more is still working, so only 5 are missing.
        RecordedRun run = Run(
            Plan.On((0, signals => signals.Enter(Direction.Long)), (1, signals => signals.Enter(Direction.Long, new EntryTerms { Add = true, Limit = 9 }))),
            (2, "A", 25));

        Assert.Equal([10m, 5m], run.FillQuantities);
    }

    [Fact]
    public void Nothing_is_added_in_a_regime_the_strategy_is_not_active_in()
    {
        RecordedRun run = Scenario(Plan.BuyFirst, (2, "A", 25), (3, "A", 5))
            .UnderClassifier("market", new ScriptedClassifier(bar => bar < 1 ? 0 : 1, "bull", "bear"), reference: "A")
            .WithFirst(portfolio => portfolio with { Strategies = [portfolio.Strategies[0] with { ActiveIn = ["bull"] }] })
            .Run();

        Assert.Equal([10m, -5m], run.FillQuantities);
    }

    private static RecordedRun Run(ScriptedStrategy.Script script, params (int Turn, string Symbol, decimal Quantity)[] wanted) =>
        Scenario(script, wanted).Run();

    private static Scenario Scenario(ScriptedStrategy.Script script, params (int Turn, string Symbol, decimal Quantity)[] wanted)
    {
        int turns = 0;
        Scenario scenario = Tests.Scenario.Of(TestBar.Flat(10, 10, 10, 10, 10, 10, 10), script);
        Instrument? held = null;
        scenario.Plugins.Add("main", new ScriptedRisk(10, (in turn, orders) =>
        {
            held ??= turn.Portfolio.Held.IsEmpty ? null : turn.Portfolio.Held[0];
            foreach ((int at, _, decimal quantity) in wanted)
            {
                if (at == turns && held is not null)
                    orders.Resize(0, held, quantity, "rebalance");
            }

            turns++;
        }));
        return scenario;
    }
}
