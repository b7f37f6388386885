using Backtest.Abstractions.Runtime;
using CsCheck;

namespace Backtest.Tests;

public sealed class NodeTests
{
    private static readonly Instrument Any = new() { Symbol = "X" };

    [Fact]
    public void Calling_a_strategy_without_state_only_where_it_asks_to_be_changes_nothing() =>
        Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 120], Gen.Int[1, 50], Gen.Int[1, 20]).Sample((seed, count, chunk, period) =>
        {
            BarSeries bars = TestBars.Walk(seed, count);
            StrategyBench turns = new(new CrossingFactory(), bars, $$"""{"period": {{period}}}""");
            StrategyBench runs = new(new CrossingFactory(), bars, $$"""{"period": {{period}}}""");
            for (int row = 0; row < bars.Count; row++)
                turns.Node.OnTurn(row);
            for (int row = 0; row < bars.Count; row += chunk)
                runs.RunWhereAsked(row, Math.Min(row + chunk, bars.Count));
            Assert.Equal(turns.Signals, runs.Signals);
        }, iter: 200);

    [Fact]
    public void Strategy_signals_at_all_in_these_tests()
    {
        StrategyBench bench = new(new CrossingFactory(), TestBars.Walk(seed: 1, count: 100));
        bench.Run(0, 100);
        Assert.Contains(bench.Signals, signal => signal.Action == SignalAction.Enter);
        Assert.Contains(bench.Signals, signal => signal.Action == SignalAction.Exit);
    }

    [Fact]
    public void Author_is_first_called_when_every_indicator_is_ready()
    {
        BarSeries bars = TestBars.Closes(1, 2, 3, 4);
        StrategyBench bench = new(new LagFactory(), bars);
        for (int row = 0; row < bars.Count; row++)
            bench.Node.OnTurn(row);
        Assert.Equal([2, 3], bench.Signals.Select(signal => signal.Row));
    }

    [Fact]
    public void Offset_reads_the_value_of_that_many_bars_ago()
    {
        BarSeries bars = TestBars.Closes(1, 2, 3, 4);
        StrategyBench bench = new(new LagFactory(), bars);
        bench.Run(0, bars.Count);
        Assert.Equal(["3 1", "4 2"], bench.Signals.Select(signal => signal.Reason));
    }

    [Fact]
    public void Higher_timeframes_are_read_at_the_last_of_their_bars_that_closed()
    {
        // The bars start on Wednesday, 1 January 2020, so weeks end with the 5th, 12th, 19th and 26th day.
        StrategyBench bench = new(new LadderFactory(), TestBars.Closes([.. Enumerable.Range(1, 26).Select(day => (double)day)]));
        bench.Run(0, 26);

        Assert.Equal(Enumerable.Range(11, 15), bench.Signals.Select(signal => signal.Row));
        Assert.Equal(
            ["8.5 5 12 1", "15.5 12 19 2", "22.5 19 26 3"], bench.Signals.Select(signal => signal.Reason).Distinct());
        Assert.Equal([7, 7, 1], bench.Signals.GroupBy(signal => signal.Reason).Select(group => group.Count()));
    }

    [Fact]
    public void Higher_timeframes_are_the_same_turn_by_turn_and_asked_ahead() =>
        Gen.Select(Gen.Int[0, 1000], Gen.Int[1, 200], Gen.Int[1, 50]).Sample((seed, count, chunk) =>
        {
            BarSeries bars = TestBars.Walk(seed, count);
            StrategyBench turns = new(new LadderFactory(), bars);
            StrategyBench runs = new(new LadderFactory(), bars);
            for (int row = 0; row < bars.Count; row++)
                turns.Node.OnTurn(row);
            for (int row = 0; row < bars.Count; row += chunk)
                runs.RunWhereAsked(row, Math.Min(row + chunk, bars.Count));
            Assert.Equal(turns.Signals, runs.Signals);
        }, iter: 100);

    [Fact]
    public void A_timeframe_may_be_a_parameter()
    {
        StrategyBench bench = new(
            new LadderFactory(), TestBars.Closes([.. Enumerable.Range(1, 19).Select(day => (double)day)]), """{"slow": "1d"}""");
        bench.Run(0, 19);

        Assert.Equal("15.5 18 19 2", bench.Signals[^1].Reason);
    }

    [Fact]
    public void A_parameter_that_is_no_timeframe_is_refused()
    {
        var thrown = Assert.Throws<InputException>(() => new StrategyBench(new LadderFactory(), TestBars.Closes(1), """{"slow": "daily"}"""));

        Assert.Contains("expected a timeframe such as 15m, 1h or 1d", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Author_who_asks_for_it_is_called_before_indicators_are_ready()
    {
        StrategyBench bench = new(new EagerFactory(), TestBars.Closes(1, 2, 3));
        bench.Node.OnTurn(0);
        Assert.False(bench.Node.IsReady);
        bench.Run(1, 3);
        Assert.True(bench.Node.IsReady);
        Assert.Equal(
            ["not ready, nothing", "not ready, nothing", "ready, nothing"], bench.Signals.Select(signal => signal.Reason));
    }

    [Fact]
    public void Strategy_reads_the_position_as_it_is_now()
    {
        StrategyBench bench = new(new HolderFactory(), TestBars.Closes(1, 2));
        bench.Node.OnTurn(0);
        bench.Position.Position = new Position { Quantity = 7 };
        bench.Run(1, 2);
        Assert.Equal(["0", "7"], bench.Signals.Select(signal => signal.Reason));
    }

    [Fact]
    public void Every_handler_is_passed_on()
    {
        StrategyBench bench = new(new EagerFactory(), TestBars.Closes(1, 2, 3, 4, 5));
        bench.Node.OnStart(new StartContext(Any, new SilentLog(), Seed: 42, PeriodsPerYear: 252, CancellationToken.None));
        bench.Node.OnTurn(0);
        bench.Node.OnRegime(new RegimeEvent(default, null, "bear", "bull", 1));
        bench.Node.OnTurn(1);
        bench.Node.OnFill(default(FillEvent) with { OrderId = 3 });
        bench.Node.OnTurn(2);
        bench.Node.OnReject(new OrderRejectedEvent(4, default, Any, 0, "insufficient_funds"));
        bench.Node.OnTurn(3);
        bench.Node.OnCancel(new OrderCanceledEvent(5, default, Any, 0, 1, "expired"));
        bench.Node.OnTurn(4);
        Assert.Equal(
            ["start 42", "bear", "fill 3", "reject 4", "cancel 5"], bench.Signals.Select(signal => signal.Reason!.Split(", ")[1]));
    }

    [Fact]
    public void Running_allocates_nothing()
    {
        BarSeries bars = TestBars.Walk(seed: 3, count: 2000);
        StrategyBench bench = new(new SilentFactory(), bars);
        bench.Run(0, 1000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        bench.Run(1000, 1500);
        for (int row = 1500; row < 2000; row++)
            bench.Node.OnTurn(row);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Empty(bench.Signals);
    }

    [Fact]
    public void Asking_ahead_leaves_no_trace() => Gen.Select(Gen.Int[0, 1000], Gen.Int[30, 120], Gen.Int[0, 29]).Sample((seed, count, from) =>
    {
        StrategyBench bench = new(new CrossingFactory(), TestBars.Walk(seed, count), """{"period": 8}""");
        bench.Position.Position = new Position { Quantity = 3, BarsHeld = 4, UnrealizedProfit = 5 };
        bench.Position.Hold(quantity: 3, cost: 100, entryIndex: 0);
        bench.Run(0, from);
        (Position position, bool isReady, int signals) = (bench.Position.Position, bench.Node.IsReady, bench.Signals.Count);

        int next = bench.Node.Next(from, count, marks: true);

        Assert.Equal((position, isReady, signals), (bench.Position.Position, bench.Node.IsReady, bench.Signals.Count));
        Assert.Equal(next, bench.Node.Next(from, count, marks: true));
        Assert.InRange(next, from, count);
    }, iter: 200);

    [Fact]
    public void A_row_that_will_fail_is_one_to_be_called_at() =>
        Assert.Equal(2, new StrategyBench(new BrittleFactory(), TestBars.Closes(1, 2, -3, 4)).Node.Next(0, 4, marks: true));

    [Fact]
    public void A_strategy_with_state_asks_to_be_called_at_every_row() =>
        Assert.Equal(1, new StrategyBench(new HolderFactory(), TestBars.Closes(1, 2, 3)).Node.Next(1, 3, marks: true));

    [Fact]
    public void A_node_hands_out_what_its_class_implements_and_nothing_else()
    {
        BarSeries bars = TestBars.Closes(3, 4);
        ClassifierNode Create(ClassifierFactory factory) => factory.Create(
            ParameterMap.Empty, new BindingContext(), new ClassifierConnections(bars, new IndicatorTable(bars), new RegimeRecorder(capacity: 4)));
        ClassifierNode fitted = Create(new FittedFactory());
        Assert.Null(fitted.FittedModel!.Fit);

        fitted.Run(0, 2);

        Assert.Equal((-4.0, 1), (fitted.FittedModel.PredictiveLogDensity, fitted.FittedModel.Fit!.Parameters));
        Assert.Null(Create(new TiltFactory()).FittedModel);
    }

    [Fact]
    public void Classifier_names_its_states_and_speaks_at_each_row()
    {
        BarSeries bars = TestBars.Closes(1, 3, 2);
        var regimes = new RegimeRecorder(capacity: 4);
        var indicators = new IndicatorTable(bars);
        ClassifierNode node = new TiltFactory().Create(
            ParameterMap.Empty, new BindingContext(), new ClassifierConnections(bars, indicators, regimes));
        indicators.Compute();
        node.OnTurn(0);
        node.Run(1, 3);
        Assert.Equal(["down", "up"], node.States);
        Assert.Equal([(1, "up"), (2, "down")], regimes.Regimes(node.States).Select(regime => (regime.Row, regime.Name)));
    }

    [Fact]
    public void Risk_manager_reads_each_instrument_at_its_own_row()
    {
        BarSeries first = TestBars.Closes(1, 2, 3), second = TestBars.Empty(hasVolume: false, "Y", index: 1);
        TestBars.Add(second, 50, 50, 50, 50);
        var indicators = new IndicatorTable(first, second);
        int[] rows = [2, 0];
        RiskNode node = new GaugeFactory().Create(
            ParameterMap.Empty, new BindingContext(), new RiskConnections([first, second], rows, indicators));
        indicators.Compute();
        var orders = new ReducedOrders();
        SignalEvent[] signals =
        [
            default(SignalEvent) with { Instrument = first.Instrument },
            default(SignalEvent) with { Instrument = second.Instrument },
        ];
        node.OnSignals(new RiskTurn(portfolio: null!, signals), orders);
        Assert.Equal(["X 3 2", "Y 50 NaN"], orders.Reasons);
        Assert.Equal(4, node.Columns.Count);
    }
}
