using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

public sealed class IndicatorHubTests
{
    private static readonly IReadOnlyList<TestBar> Bars = Walk.Bars(seed: 5, count: 40);

    [Fact]
    public void Equal_requests_are_one_computation()
    {
        int made = 0;
        RecordedRun run = Scenario.Of(Bars, Plan.Idle).WithPortfolio("other", Plan.Idle)
            .WithIndicators("main", Probe.Spec(made: () => made++), Probe.Spec(made: () => made++))
            .WithIndicators("other", Probe.Spec(made: () => made++))
            .Run();

        Assert.Equal((3, 1, 1), (run.Result.IndicatorsRequested, run.Result.IndicatorsComputed, made));
    }

    [Fact]
    public void Requests_that_differ_in_type_parameters_source_or_input_are_computed_apart()
    {
        RecordedRun run = Scenario.Of(Bars, Plan.Idle)
            .WithIndicators(
                "main", Indicators.Sma(3), Indicators.Ema(3), Indicators.Sma(4), Indicators.Sma(3).From(BarField.High),
                Indicators.Sma(3).Of(Indicators.Roc(1)))
            .Run();

        // The input of the last one is the sixth.
        Assert.Equal((5, 6), (run.Result.IndicatorsRequested, run.Result.IndicatorsComputed));
    }

    [Fact]
    public void An_input_that_is_asked_for_by_itself_is_not_computed_again()
    {
        RecordedRun run = Scenario.Of(Bars, Plan.Idle)
            .WithIndicators("main", Indicators.Roc(1), Indicators.Sma(3).Of(Indicators.Roc(1)))
            .Run();

        Assert.Equal((2, 2), (run.Result.IndicatorsRequested, run.Result.IndicatorsComputed));
    }

    [Fact]
    public void An_average_inside_another_indicator_is_the_one_somebody_else_asked_for()
    {
        (int Requested, int Computed) counts = Counts(
            Indicators.Macd(12, 26, 9), Indicators.Ema(12), Indicators.Ema(26), Indicators.PriceOscillator(12, 26), Indicators.Macd(12, 26, 5));

        // Two averages of the close, their difference, and two signals of that, each with its distance.
        Assert.Equal((5, 7), counts);
    }

    [Fact]
    public void Bands_share_the_mean_and_the_deviation_whatever_their_width() =>
        Assert.Equal((4, 4), Counts(
            Indicators.Bollinger(20, 2), Indicators.Bollinger(20, 2.5), Indicators.Sma(20), Indicators.StandardDeviation(20)));

    [Fact]
    public void A_chain_of_averages_is_computed_once_for_all_that_are_made_of_it() =>
        Assert.Equal((3, 7), Counts(Indicators.Dema(20), Indicators.Tema(20), Indicators.Trix(20)));

    [Fact]
    public void Whatever_is_made_of_two_indicators_shares_them() =>
        Assert.Equal((3, 3), Counts(
            Indicators.Roc(1), Indicators.Roc(1).From(BarField.Volume),
            Indicators.Correlation(10, Indicators.Roc(1), Indicators.Roc(1).From(BarField.Volume))));

    [Fact]
    public void Two_inputs_read_at_different_bars_are_another_computation_than_both_at_one()
    {
        IndicatorSpec led = Indicators.Correlation(10, Indicators.Roc(1), Indicators.Roc(1).Ago(2));
        IndicatorSpec later = Indicators.Correlation(10, Indicators.Roc(1).Ago(3), Indicators.Roc(1).Ago(5));

        Assert.NotEqual(Indicators.Correlation(10, Indicators.Roc(1), Indicators.Roc(1)).Key, led.Key);
        Assert.Equal(led.Key, later.Key);
        Assert.Equal(3, later.Offset);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(1 << 20)]
    public void An_indicator_of_two_reads_each_as_many_bars_ago_as_it_says(int chunkBytes)
    {
        IndicatorSpec close = IndicatorSpec.Field(BarField.Close);
        double[][] read = Read(chunkBytes, Indicators.Correlation(5, close, close), Indicators.Correlation(5, close, close.Ago(2)));

        Assert.Equal(4, read[0].Count(double.IsNaN));
        Assert.Equal(6, read[1].Count(double.IsNaN));
        Assert.All(read[0].Skip(4), value => Assert.Equal(1, value, 1e-12));
        Assert.All(read[1].Skip(6), value => Assert.NotEqual(1, value, 1e-6));
    }

    [Fact]
    public void A_field_is_an_indicator_of_itself()
    {
        double[] read = Read(0, IndicatorSpec.Field(BarField.High).Ago(1))[0];

        Assert.Equal([double.NaN, .. Bars.Take(39).Select(bar => bar.High)], read);
        Assert.Equal(Indicators.Sma(3).From(BarField.High).Key, Indicators.Sma(3).Of(IndicatorSpec.Field(BarField.High)).Key);
    }

    [Fact]
    public void An_offset_is_a_view_and_computes_nothing()
    {
        RecordedRun run = Scenario.Of(Bars, Plan.Idle).WithIndicators("main", Indicators.Sma(3), Indicators.Sma(3).Ago(2)).Run();

        Assert.Equal((2, 1), (run.Result.IndicatorsRequested, run.Result.IndicatorsComputed));
    }

    [Fact]
    public void Each_symbol_has_its_own_computation()
    {
        RecordedRun run = new Scenario().WithBars("A", Bars).WithBars("B", Bars)
            .WithPortfolio("main", Plan.Idle).WithIndicators("main", Indicators.Sma(3)).Run();

        Assert.Equal((2, 2), (run.Result.IndicatorsRequested, run.Result.IndicatorsComputed));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(1 << 20)]
    public void Values_and_offsets_are_right_across_the_borders_of_chunks(int chunkBytes)
    {
        double[][] read = Read(chunkBytes, Probe.Spec(), Probe.Spec().Ago(3));

        Assert.Equal(Bars.Select(bar => bar.Close), read[0]);
        Assert.Equal([double.NaN, double.NaN, double.NaN, .. Bars.Take(37).Select(bar => bar.Close)], read[1]);
    }

    [Fact]
    public void What_is_not_ready_is_not_a_number()
    {
        double[] read = Read(0, Indicators.Sma(4))[0];

        Assert.All(read.Take(3), value => Assert.True(double.IsNaN(value)));
        Assert.All(read.Skip(3), value => Assert.False(double.IsNaN(value)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1 << 20)]
    public void A_chained_indicator_begins_with_the_first_defined_value_of_its_input(int chunkBytes)
    {
        double[][] read = Read(chunkBytes, Indicators.Roc(2), Probe.Spec().Of(Indicators.Roc(2)), Indicators.Sma(3).Of(Indicators.Roc(2)));

        Assert.Equal(read[0], read[1]);
        Assert.Equal(4, read[2].Count(double.IsNaN));
    }

    [Fact]
    public void A_chained_indicator_reads_an_input_of_bars_ago()
    {
        double[][] read = Read(0, Probe.Spec().Of(Probe.Spec().Ago(2)), Probe.Spec().Ago(2));

        Assert.Equal(read[1], read[0]);
    }

    [Fact]
    public void A_strategy_first_decides_when_all_its_indicators_are_ready()
    {
        long first = long.MaxValue;
        Scenario.Of(Bars, (BarEvent bar, in Position position, ISignals signals) => first = Math.Min(first, bar.Index))
            .WithIndicators("main", Indicators.Sma(4), Indicators.Sma(7).Ago(2))
            .Run();

        Assert.Equal(8, first);
    }

    [Fact]
    public void A_strategy_whose_data_is_too_short_is_warned_of()
    {
        RecordedRun run = Scenario.Of(Bars, Plan.BuyFirst).WithIndicators("main", Indicators.Sma(41)).Run();

        Assert.Equal("never_ready_anywhere", Assert.Single(run.Result.Warnings).Code);
    }

    [Fact]
    public void A_strategy_without_state_that_never_signals_had_enough_bars_all_the_same()
    {
        Scenario scenario = Scenario.Of(Walk.Bars(seed: 1, count: 100), Plan.Idle);
        scenario.Plugins.Add("main", new ScriptedStrategy(Plan.Idle, Indicators.Sma(5)) { IsStateless = true });

        Assert.Empty(scenario.Run().Result.Warnings);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(1 << 20)]
    public void An_indicator_that_throws_faults_the_containers_that_declared_it_at_that_bar_and_no_other(int chunkBytes)
    {
        RecordedRun run = Scenario.Of(Bars, Plan.BuyFirst).WithPortfolio("chained", Plan.BuyFirst).WithPortfolio("other", Plan.BuyFirst)
            .WithPortfolio("paired", Plan.BuyFirst)
            .WithIndicators("main", Probe.Spec(throwsAt: 20))
            .WithIndicators("chained", Indicators.Sma(3).Of(Probe.Spec(throwsAt: 20)))
            .WithIndicators("paired", Indicators.Correlation(3, Indicators.Sma(2), Probe.Spec(throwsAt: 20)))
            .WithIndicators("other", Probe.Spec())
            .Run(new RunOptions { ChunkBytes = chunkBytes });

        Assert.Equal(RunStatus.Faulted, run.Result.Status);
        Assert.Equal(["main", "chained", "paired"], run.Result.Faults.Select(fault => fault.Container));
        Assert.All(run.Result.Faults, fault =>
        {
            Assert.Equal(("IndicatorEvent", Bars[20].Start.AddDays(1)), (fault.Event, fault.Time));
            Assert.Contains("the probe broke", fault.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void An_indicator_refused_by_its_constructor_is_an_error_of_the_input()
    {
        var thrown = Assert.Throws<InputException>(
            () => Scenario.Of(Bars, Plan.Idle).WithIndicators("main", Refusing()).Run());

        InputError error = Assert.Single(thrown.Errors);
        Assert.Equal(("indicator_parameters", "portfolios.main.strategies.main.parameters"), (error.Code, error.Key));
        Assert.Contains("SimpleMovingAverage(0)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_indicator_made_of_parts_is_refused_by_its_own_name()
    {
        var thrown = Assert.Throws<InputException>(
            () => Scenario.Of(Bars, Plan.Idle).WithIndicators("main", Indicators.Trix(0)).Run());

        Assert.Contains("Trix(0)", Assert.Single(thrown.Errors).Message, StringComparison.Ordinal);
    }

    private static (int Requested, int Computed) Counts(params IndicatorSpec[] specs)
    {
        var series = new BarSeries(new Instrument { Symbol = "A" }, Timeframe.Day, index: 0, hasVolume: true);
        var hub = new IndicatorHub(new RunSeries([series], []));
        foreach (IndicatorSpec spec in specs)
        {
            if (spec is SeriesIndicatorSpec<MacdValue>)
                hub.Request<MacdValue>(spec, series);
            else if (spec is SeriesIndicatorSpec<BandValue>)
                hub.Request<BandValue>(spec, series);
            else
                hub.Request<double>(spec, series);
        }

        return (hub.Requested, hub.Computed);
    }

    private static IndicatorSpec Refusing() =>
        IndicatorSpec.Series<SimpleMovingAverage, double>(static () => new SimpleMovingAverage(0), 0);

    /// <summary>The values of a hub on each bar.</summary>
    private static double[][] Read(int chunkBytes, params IndicatorSpec[] specs)
    {
        var source = new MemorySource(new Dictionary<string, IReadOnlyList<TestBar>> { ["A"] = Bars }, Timeframe.Day);
        var series = new BarSeries(new Instrument { Symbol = "A" }, Timeframe.Day, index: 0, hasVolume: true);
        var run = new RunSeries([series], source.Series);
        using var streamer = new DataStreamer(source, run, chunkBytes);
        var hub = new IndicatorHub(run);
        var nobody = new Nobody();
        IndicatorReader<double>[] readers = [.. specs.Select(spec => hub.Request<double>(spec, series))];
        List<double>[] read = [.. specs.Select(_ => new List<double>())];
        while (streamer.MoveNext())
        {
            hub.OnBars(streamer.Chunk, nobody);
            for (int row = 0; row < series.Count; row++)
            {
                for (int i = 0; i < readers.Length; i++)
                    read[i].Add(readers[i][row]);
            }
        }

        return [.. read.Select(values => values.ToArray())];
    }

    private sealed class Nobody : IIndicatorEvents
    {
        public void Emit(in IndicatorsReady indicators)
        {
        }
    }
}
