namespace Backtest.Tests;

/// <summary>Strategies, classifiers and indicators on higher timeframes than the data's.</summary>
public sealed class TimeframesTests
{
    private static readonly Timeframe Quarter = new(15, 'm');
    private static readonly Timeframe Hour = new(1, 'h');

    [Fact]
    public void A_strategy_decides_on_the_bars_of_its_timeframe_and_its_orders_fill_on_the_finest()
    {
        var decided = new List<(DateTime End, double Close)>();
        IReadOnlyList<TestBar> bars = Walk.Bars(1, 12, timeframe: Quarter);
        RecordedRun run = Minutes(bars, (BarEvent bar, in Position position, ISignals signals) =>
        {
            decided.Add((bar.End, bar.Close));
            if (bar.Index == 0)
                signals.Enter(Direction.Long);
        }).On(Hour).Run();

        Assert.Equal([(At(1), bars[3].Close), (At(2), bars[7].Close), (At(3), bars[11].Close)], decided);
        Assert.Equal(((decimal)bars[4].Open, At(1)), (run.FillPrices[0], run.Fills[0].Fill.Time));
    }

    [Fact]
    public void A_signal_is_recorded_with_the_bar_it_was_decided_on_and_what_was_read_there()
    {
        IReadOnlyList<TestBar> bars = Walk.Bars(1, 12, timeframe: Quarter);
        SignalRecord signal = Assert.Single(Minutes(bars, Plan.On((1, signals => signals.Enter(Direction.Long)))).On(Hour).Run().Signals).Signal;

        Assert.Equal((At(2), At(1).Ticks), (signal.Signal.Time, signal.BarStart));
    }

    [Fact]
    public void A_bar_that_ends_between_the_finest_is_decided_on_at_its_end_and_fills_at_the_next_open()
    {
        // The last quarter of the first hour is missing.
        TestBar[] bars = [.. Walk.Bars(1, 12, timeframe: Quarter).Where((_, index) => index != 3)];
        RecordedRun run = Minutes(bars, Plan.BuyFirst).On(Hour).Run();

        Assert.Equal(At(1), Assert.Single(run.Signals).Signal.Signal.Time);
        Assert.Equal(((decimal)bars[3].Open, At(1)), (run.FillPrices[0], run.Fills[0].Fill.Time));
        Assert.DoesNotContain(run.Equity, row => row.Time == At(1).Ticks);
    }

    [Fact]
    public void Filling_at_the_close_waits_for_the_next_open_where_no_finest_bar_closes()
    {
        TestBar[] bars = [.. Walk.Bars(1, 12, timeframe: Quarter).Where((_, index) => index != 3)];
        RecordedRun run = Minutes(bars, Plan.BuyFirst).On(Hour).WithExecution(config => config with { FillsAtClose = true }).Run();

        Assert.Equal((decimal)bars[3].Open, Assert.Single(run.FillPrices));
    }

    [Fact]
    public void An_indicator_of_a_higher_timeframe_is_read_at_the_last_of_its_bars_that_closed()
    {
        IReadOnlyList<TestBar> bars = Walk.Bars(1, 40, timeframe: Quarter, missing: 20);
        var read = new List<(DateTime, double)>();
        var strategy = new ReadingStrategy(Probe.Spec().On(Hour), (end, value) => read.Add((end, value)));
        Scenario scenario = Minutes(bars, Plan.Idle);
        scenario.Plugins.Add("main", strategy);
        scenario.Run(new RunOptions { ChunkBytes = 400 });

        var hours = Resampled.Of(bars, Quarter, EveryDayCalendar.Utc, Hour);
        Assert.Equal(
            bars.Select(bar => bar.Start.AddMinutes(15)).Where(end => end >= hours[0].End)
                .Select(end => (end, hours.Last(hour => hour.End <= end).Close)),
            read);
    }

    [Fact]
    public void An_offset_counts_bars_of_the_higher_timeframe()
    {
        IReadOnlyList<TestBar> bars = Walk.Bars(1, 16, timeframe: Quarter);
        var read = new List<(DateTime End, double Value)>();
        Scenario scenario = Minutes(bars, Plan.Idle);
        scenario.Plugins.Add("main", new ReadingStrategy(Probe.Spec().On(Hour).Ago(2), (end, value) => read.Add((end, value))));
        scenario.Run(new RunOptions { ChunkBytes = 0 });

        Assert.Equal([(At(3), bars[3].Close), (At(3.25), bars[3].Close), (At(3.5), bars[3].Close), (At(3.75), bars[3].Close), (At(4), bars[7].Close)], read);
    }

    [Fact]
    public void An_indicator_of_one_timeframe_is_computed_once_whoever_asks_from_whichever()
    {
        int made = 0;
        IndicatorSpec spec = Probe.Spec(made: () => made++).On(Hour);
        RecordedRun run = Minutes(Walk.Bars(1, 40, timeframe: Quarter), Plan.Idle).On(new(2, 'h')).WithPortfolio("other", Plan.Idle)
            .WithPortfolio("third", Plan.Idle)
            .WithIndicators("main", spec, spec.Ago(1)).WithIndicators("other", spec).WithIndicators("third", spec).Run();

        Assert.Equal((4, 1, 1), (run.Result.IndicatorsRequested, run.Result.IndicatorsComputed, made));
    }

    [Fact]
    public void A_chain_is_on_the_timeframe_of_its_input()
    {
        IndicatorSpec spec = Indicators.Sma(3).Of(Indicators.Roc(1).On(Hour));

        Assert.Equal((Hour, null), (spec.Timeframe, spec.Input!.Timeframe));
        Assert.Throws<ArgumentException>(() => Indicators.Sma(3).On(Quarter).Of(Indicators.Roc(1).On(Hour)));
    }

    [Fact]
    public void Bars_the_source_has_are_read_rather_than_made()
    {
        IReadOnlyList<TestBar> bars = Walk.Bars(1, 12, timeframe: Quarter);
        TestBar[] hours = [new(At(0), 1, 1, 1, 1), new(At(1), 2, 2, 2, 2), new(At(2), 3, 3, 3, 3)];
        var decided = new List<double>();
        RecordedRun run = Minutes(bars, (BarEvent bar, in Position position, ISignals signals) => decided.Add(bar.Close))
            .WithHigher("A", Hour, hours).On(Hour).Run();

        Assert.Equal([1, 2, 3], decided);
        Assert.Equal(12, run.Result.BarsProcessed);
    }

    [Fact]
    public void Of_several_timeframes_the_finest_trades()
    {
        IReadOnlyList<TestBar> bars = Walk.Bars(1, 12, timeframe: Quarter);
        RecordedRun run = Minutes(bars, Plan.BuyFirst).WithHigher("A", Hour, [new(At(0), 1, 1, 1, 1)]).Run();

        Assert.Equal((decimal)bars[1].Open, Assert.Single(run.FillPrices));
        Assert.Equal(12, run.Result.Turns);
    }

    [Fact]
    public void Higher_bars_before_the_first_that_trades_warm_up_and_decide_nothing()
    {
        IReadOnlyList<TestBar> bars = Walk.Bars(1, 8, first: 4 * 24, timeframe: Quarter);
        TestBar[] days = [.. Enumerable.Range(-9, 10).Select(day => new TestBar(At(24 * day), 10 + day, 10 + day, 10 + day, 10 + day))];
        var decided = new List<DateTime>();
        RecordedRun run = Minutes(bars, (BarEvent bar, in Position position, ISignals signals) => decided.Add(bar.End))
            .WithHigher("A", Timeframe.Day, days).WithIndicators("main", Indicators.Sma(10).On(Timeframe.Day))
            .WithPortfolio("daily", Plan.BuyFirst).With(config => config with
            {
                Portfolios = [.. config.Portfolios.Select(portfolio => portfolio.Name == "main" ? portfolio : portfolio with
                {
                    Strategies = [portfolio.Strategies[0] with { Timeframe = Timeframe.Day }],
                })],
            })
            .Run();

        Assert.Equal(bars.Select(bar => bar.Start.AddMinutes(15)), decided);
        Assert.Empty(run.Signals);
        Assert.Equal(At(24.25).Ticks, run.Equity.Min(row => row.Time));
    }

    [Fact]
    public void A_run_ends_with_the_last_bar_that_trades()
    {
        IReadOnlyList<TestBar> bars = Walk.Bars(1, 8, timeframe: Quarter);
        TestBar[] hours = [.. Enumerable.Range(0, 9).Select(hour => new TestBar(At(hour), 1, 1, 1, 1))];
        RecordedRun run = Minutes(bars, Plan.BuyFirst).WithHigher("A", Hour, hours).On(Hour)
            .WithExecution(config => config with { ClosesAtEnd = true }).Run();

        Assert.Equal(At(2).Ticks, run.Equity.Max(row => row.Time));
        Assert.Equal([(decimal)bars[4].Open, (decimal)bars[7].Close], run.FillPrices);
    }

    [Fact]
    public void A_classifier_on_a_timeframe_speaks_when_its_bars_close()
    {
        var heard = new List<string>();
        ScriptedStrategy? strategy = null;
        strategy = new ScriptedStrategy((BarEvent bar, in Position position, ISignals signals) =>
            heard.Add($"{bar.End:HH:mm} {string.Join(", ", strategy!.Heard)}"));
        Scenario scenario = Minutes(Walk.Bars(1, 9, timeframe: Quarter), Plan.Idle)
            .UnderClassifier("market", new ScriptedClassifier(bar => (int)bar, "bear", "bull"));
        scenario.With(config => config with { Classifiers = [config.Classifiers[0] with { Timeframe = Hour }] });
        scenario.Plugins.Add("main", strategy);
        RecordedRun run = scenario.Run();

        Assert.Equal(["00:45 ", "01:00 unknown to bear", "01:45 unknown to bear", "02:00 unknown to bear, bear to bull"], [heard[2], heard[3], heard[6], heard[7]]);
        Assert.Equal([(At(1).Ticks, At(0).Ticks), (At(2).Ticks, At(1).Ticks)], run.Regimes.Select(regime => (regime.Time, regime.BarStart)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1 << 20)]
    public void A_fault_is_told_with_the_end_of_the_bar_decided_on(int chunkBytes)
    {
        RecordedRun run = Minutes(Walk.Bars(1, 40, timeframe: Quarter), (BarEvent bar, in Position position, ISignals signals) =>
        {
            if (bar.Index == 4)
                throw new InvalidOperationException("broke");
        }).On(Hour).Run(new RunOptions { ChunkBytes = chunkBytes });

        ContainerFault fault = Assert.Single(run.Result.Faults);
        Assert.Equal(("main", At(5)), (fault.Plugin, fault.Time));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1 << 20)]
    public void An_indicator_that_fails_on_a_higher_timeframe_faults_at_the_end_of_its_bar(int chunkBytes)
    {
        RecordedRun run = Minutes(Walk.Bars(1, 40, timeframe: Quarter), Plan.Idle).WithPortfolio("other", Plan.Idle)
            .WithIndicators("main", Probe.Spec(throwsAt: 4).On(Hour))
            .Run(new RunOptions { ChunkBytes = chunkBytes });

        ContainerFault fault = Assert.Single(run.Result.Faults);
        Assert.Equal(("main", "IndicatorEvent", At(5)), (fault.Container, fault.Event, fault.Time));
    }

    [Fact]
    public void A_timeframe_the_data_does_not_make_up_is_an_error_of_the_strategy()
    {
        var thrown = Assert.Throws<InputException>(() => Minutes(Walk.Bars(1, 12, timeframe: Quarter), Plan.Idle).On(new(20, 'm')).Run());

        InputError error = Assert.Single(thrown.Errors);
        Assert.Equal(("timeframe", "portfolios.main.strategies.main.timeframe"), (error.Code, error.Key));
    }

    [Fact]
    public void A_timeframe_the_data_does_not_make_up_is_an_error_of_the_classifier()
    {
        Scenario scenario = Minutes(Walk.Bars(1, 12, timeframe: Quarter), Plan.Idle)
            .UnderClassifier("market", new ScriptedClassifier(_ => 0, "calm"));
        var thrown = Assert.Throws<InputException>(() => scenario
            .With(config => config with { Classifiers = [config.Classifiers[0] with { Timeframe = Timeframe.Minute }] }).Run());

        Assert.Equal(("timeframe", "classifiers.market.timeframe"), (thrown.Errors[0].Code, thrown.Errors[0].Key));
    }

    [Fact]
    public void A_container_and_its_strategies_decide_on_the_containers_timeframe()
    {
        var decided = new List<DateTime>();
        Scenario scenario = Minutes(Walk.Bars(1, 8, timeframe: Quarter), (BarEvent bar, in Position position, ISignals signals) => decided.Add(bar.End));
        scenario.Plugins.Add("net", new ScriptedContainer(Plan.BuyFirst));
        RecordedRun run = scenario.WithFirst(portfolio => portfolio with
        {
            Strategies = [new StrategyConfig { Name = "net", Type = "net", Timeframe = Hour, Strategies = portfolio.Strategies }],
        }).Run();

        Assert.Equal([At(1), At(2)], decided);
        Assert.Equal(At(1), Assert.Single(run.Signals).Signal.Signal.Time);
    }

    [Fact]
    public void An_indicator_on_a_timeframe_the_data_does_not_make_up_is_an_error_of_the_strategy()
    {
        var thrown = Assert.Throws<InputException>(
            () => Minutes(Walk.Bars(1, 12, timeframe: Quarter), Plan.Idle).WithIndicators("main", Indicators.Sma(3).On(Timeframe.Minute)).Run());

        Assert.Equal(("timeframe", "portfolios.main.strategies.main.parameters"), (thrown.Errors[0].Code, thrown.Errors[0].Key));
    }

    private static Scenario Minutes(IReadOnlyList<TestBar> bars, ScriptedStrategy.Script script) =>
        new Scenario { Timeframe = Quarter }.WithBars("A", bars).WithPortfolio("main", script);

    private static DateTime At(double hours) => TestBar.FirstDay.AddHours(hours);
}
