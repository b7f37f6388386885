namespace Backtest.Tests;

/// <summary>The orders of a portfolio share a bar's volume: exits first, then stops, then older orders.</summary>
public sealed class LiquidityTests
{
    [Fact]
    public void Each_order_has_the_volume_to_itself_unless_it_is_shared()
    {
        Assert.Equal([10m, 10m], Added(LiquidityScope.Order).FillQuantities);
        Assert.Equal([10m, 10m], Added(LiquidityScope.Portfolio, 200, 100).FillQuantities);
    }

    [Fact]
    public void The_older_order_goes_first_and_the_other_takes_what_is_left()
    {
        RecordedRun run = Added(LiquidityScope.Portfolio, 150, 100);

        Assert.Equal([(1, 10m), (2, 5m), (2, 5m)], run.Fills.Select(fill => (fill.Fill.OrderId, fill.Fill.Quantity)));
    }

    [Fact]
    public void A_stop_goes_ahead_of_a_limit_that_is_older()
    {
        IReadOnlyList<TestBar> bars = [.. TestBar.Days((100, 100, 100, 100), (100, 102, 98, 100), (100, 100, 100, 100)).Select(bar => bar with { Volume = 100 })];
        RecordedRun run = Run(bars, LiquidityScope.Portfolio, Plan.On((0, signals =>
        {
            signals.Enter(Direction.Long, new EntryTerms { Limit = 99 });
            signals.Enter(Direction.Long, new EntryTerms { Stop = 101, Add = true });
        }
        )));

        Assert.Equal((2, 101m), (run.Fills[0].Fill.OrderId, run.Fills[0].Fill.Price));
        Assert.DoesNotContain(run.Fills, fill => fill.Fill.OrderId == 1 && fill.Fill.BarIndex == 1);
    }

    [Fact]
    public void An_exit_goes_ahead_of_entries()
    {
        var scenario = new Scenario().WithBars("A", TestBar.Volumes(100, 1000, 1000, 100, 100)).WithPortfolio("main", Plan.Idle);
        scenario.Plugins.Add("in", new ScriptedStrategy(Plan.On((1, signals => signals.Enter(Direction.Long)))));
        scenario.Plugins.Add("out", new ScriptedStrategy(Plan.On((0, signals => signals.Enter(Direction.Long)), (1, signals => signals.Exit()))));
        scenario.WithFirst(portfolio => portfolio with
        {
            Strategies = [new StrategyConfig { Name = "in", Type = "in" }, new StrategyConfig { Name = "out", Type = "out" }],
        });
        RecordedRun run = Shared(scenario, LiquidityScope.Portfolio).Run();

        Assert.Equal([10m, -10m, 10m], run.FillQuantities);
        Assert.Equal([1L, 2, 3], run.Fills.Select(fill => fill.Fill.BarIndex));
    }

    [Fact]
    public void What_protects_an_entry_of_the_bar_takes_of_the_same_volume()
    {
        IReadOnlyList<TestBar> bars = [.. TestBar.Days((100, 100, 100, 100), (100, 100, 95, 96), (96, 96, 96, 96)).Select((bar, i) => bar with { Volume = i == 1 ? 150 : 100 })];
        ScriptedStrategy.Script script = Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.At(97) })));

        Assert.Equal([10m, -10m], Run(bars, LiquidityScope.Order, script).FillQuantities);
        Assert.Equal([10m, -5m, -5m], Run(bars, LiquidityScope.Portfolio, script).FillQuantities);
    }

    [Fact]
    public void There_is_nothing_to_share_without_a_limit() => Refused(
        "missing_key", Scenario.Of(TestBar.Flat(100), Plan.Idle).WithExecution(execution => execution with { Liquidity = LiquidityScope.Portfolio }));

    [Fact]
    public void Portfolios_of_a_run_cannot_share()
    {
        Scenario one = Shared(Scenario.Of(TestBar.Volumes(100, 100, 100), Plan.BuyFirst), LiquidityScope.Run);
        Assert.Equal([10m], one.Run().FillQuantities);
        Refused("not_supported", one.WithPortfolio("other", Plan.Idle));
    }

    private static void Refused(string code, Scenario scenario)
    {
        InputError error = Assert.Single(Assert.Throws<InputException>(() => scenario.Run()).Errors);
        Assert.Equal((code, "execution.liquidity"), (error.Code, error.Key));
    }

    private static RecordedRun Added(LiquidityScope scope, double second = 100, double third = 100) => Run(
        TestBar.Volumes(100, 100, second, third), scope, Plan.On((0, signals =>
        {
            signals.Enter(Direction.Long);
            signals.Enter(Direction.Long, new EntryTerms { Add = true });
        }
    )));

    private static RecordedRun Run(IReadOnlyList<TestBar> bars, LiquidityScope scope, ScriptedStrategy.Script script) =>
        Shared(Scenario.Of(bars, script), scope).Run();

    private static Scenario Shared(Scenario scenario, LiquidityScope scope) =>
        scenario.WithExecution(execution => execution with { VolumeLimit = 0.1m, Liquidity = scope });
}
