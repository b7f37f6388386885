namespace Backtest.Tests;

public sealed class RegimeTests
{
    private static readonly IReadOnlyList<TestBar> Bars = TestBar.Flat(10, 10, 10, 10, 10, 10, 10, 10);

    [Fact]
    public void A_change_is_delivered_before_the_decisions_of_its_turn()
    {
        var log = new List<string>();
        ScriptedStrategy? strategy = null;
        strategy = new ScriptedStrategy((BarEvent bar, in Position position, ISignals signals) =>
            log.Add($"{bar.Index}: {string.Join(", ", strategy!.Heard)}"));
        Scenario scenario = Classified(bar => bar < 2 ? 0 : 1, Plan.Idle);
        scenario.Plugins.Add("main", strategy);
        scenario.Run();

        Assert.Equal("0: unknown to bear", log[0]);
        Assert.Equal("2: unknown to bear, bear to bull", log[2]);
    }

    [Fact]
    public void Only_changes_are_delivered()
    {
        var strategy = new ScriptedStrategy(Plan.Idle);
        Scenario scenario = Classified(_ => 0, Plan.Idle);
        scenario.Plugins.Add("main", strategy);
        scenario.Run();

        Assert.Equal(["unknown to bear"], strategy.Heard);
    }

    [Fact]
    public void Each_symbol_has_a_regime_of_its_own()
    {
        var strategy = new ScriptedStrategy(Plan.Idle);
        Scenario scenario = Classified(_ => 0, Plan.Idle).WithBars("B", Bars);
        scenario.Plugins.Add("main", strategy);
        RecordedRun run = scenario.Run();

        Assert.Equal(["A", "B"], run.Regimes.Select(regime => regime.Symbol));
        Assert.Equal(2, strategy.Heard.Count);
    }

    [Fact]
    public void With_a_reference_there_is_one_regime_for_the_market()
    {
        RecordedRun run = Classified(bar => bar < 3 ? 0 : 1, Plan.On((4, signals => signals.Enter(Direction.Long))), reference: "B")
            .WithBars("B", Bars).Run();

        Assert.All(run.Regimes, regime => Assert.Null(regime.Symbol));
        Assert.Equal(2, run.Regimes.Count);
        Assert.All(run.Signals, signal => Assert.Equal("bull", signal.Signal.Regime));
    }

    [Fact]
    public void Outside_its_regimes_entries_are_vetoed_and_exits_pass()
    {
        RecordedRun run = Classified(
            bar => bar < 2 ? 1 : 0,
            Plan.On(
                (0, signals => signals.Enter(Direction.Long)),
                (3, signals => signals.Exit()),
                (5, signals => signals.Enter(Direction.Long))),
            activeIn: ["bull"]).Run();

        Assert.Equal(["Ordered", "Ordered", "inactive_regime"], run.Outcomes);
        Assert.Equal(["bull", "bear", "bear"], run.Signals.Select(signal => signal.Signal.Regime));
        Assert.Equal([10m, -10m], run.FillQuantities);
    }

    [Fact]
    public void Unknown_is_a_regime_to_be_named()
    {
        RecordedRun run = Classified(_ => -1, Plan.BuyFirst, activeIn: ["unknown"]).Run();

        Assert.Equal(["Ordered"], run.Outcomes);
    }

    [Fact]
    public void What_is_held_when_the_regime_is_left_is_kept_by_default()
    {
        Assert.Single(Leaving(closes: false).Fills);
    }

    [Fact]
    public void What_is_held_when_the_regime_is_left_is_closed_where_the_strategy_says_so()
    {
        RecordedRun run = Leaving(closes: true);

        Assert.Equal([10m, -10m], run.FillQuantities);
        Assert.Equal("left_regime", run.Signals[1].Signal.Signal.Reason);
        Assert.Equal(4, run.Fills[1].Fill.BarIndex);
    }

    [Fact]
    public void An_entry_that_rests_when_the_regime_is_left_is_canceled()
    {
        RecordedRun run = Classified(
            bar => bar < 3 ? 1 : 0, Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 5 }))), activeIn: ["bull"]).Run();

        Assert.Equal((OrderStatus.Canceled, "left_regime"), (run.Order(1).Status, run.Order(1).Reason));
    }

    [Fact]
    public void An_entry_that_rests_when_the_regime_is_left_stays_where_the_strategy_keeps_it()
    {
        RecordedRun run = Classified(
            bar => bar < 3 ? 1 : 0, Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 5 }))), activeIn: ["bull"])
            .WithFirst(portfolio => portfolio with { Strategies = [portfolio.Strategies[0] with { KeepsResting = true }] }).Run();

        Assert.Equal(OrderStatus.Open, run.Order(1).Status);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1 << 20)]
    public void The_market_may_leave_a_regime_while_a_symbol_has_no_bar(int chunkBytes)
    {
        RecordedRun run = Classified(bar => bar < 3 ? 1 : 0, Plan.BuyFirst, reference: "B", activeIn: ["bull"], closes: true)
            .WithBars("B", Bars).WithBars("A", [Bars[0], Bars[1], Bars[6], Bars[7]])
            .Run(new RunOptions { ChunkBytes = chunkBytes });

        Assert.Equal(RunStatus.Completed, run.Result.Status);
        Assert.Equal([10m, 10m, -10m, -10m], run.FillQuantities);
        SignalRecord leave = run.Signals.First(signal => signal.Signal.Signal.Reason == "left_regime").Signal;
        Assert.Equal((Bars[3].Start.AddDays(1), Bars[1].Start.Ticks), (leave.Signal.Time, leave.BarStart));
    }

    [Fact]
    public void A_trade_knows_the_regime_it_was_entered_in()
    {
        RecordedRun run = Classified(
            bar => bar < 2 ? 1 : 0, Plan.On((0, signals => signals.Enter(Direction.Long)), (4, signals => signals.Exit()))).Run();

        Assert.Equal("bull", Assert.Single(run.Trades).Trade.EntryRegime);
    }

    [Fact]
    public void Without_a_classifier_signals_have_no_regime()
    {
        Assert.Null(Assert.Single(Scenario.Of(Bars, Plan.BuyFirst).Run().Signals).Signal.Regime);
    }

    private static RecordedRun Leaving(bool closes) =>
        Classified(bar => bar < 3 ? 1 : 0, Plan.BuyFirst, activeIn: ["bull"], closes: closes).Run();

    private static Scenario Classified(
        Func<long, int> stateOfBar,
        ScriptedStrategy.Script script,
        string? reference = null,
        IReadOnlyList<string>? activeIn = null,
        bool closes = false) =>
        Scenario.Of(Bars, script).UnderClassifier("market", new ScriptedClassifier(stateOfBar, "bear", "bull"), reference)
            .WithFirst(portfolio => portfolio with
            {
                Strategies = [portfolio.Strategies[0] with { ActiveIn = activeIn, ClosesOnLeave = closes }],
            });
}
