namespace Backtest.Tests;

/// <summary>Bars that their finer bars do not make up, and runs without finer bars.</summary>
public sealed class FinerBarsMissingTests
{
    private static readonly Timeframe TwelveHours = new(12, 'h');

    // Bought at the open of the second day at 100; the third day reaches both the stop of 97 and the target of 103.
    private static readonly IReadOnlyList<TestBar> Bars = TestBar.Days((100, 100, 100, 100), (100, 100, 100, 100), (100, 104, 96, 100), (100, 101, 99, 100));

    private static readonly TestBar[] TargetFirst = [Part(2, 0, 100, 104, 100, 101), Part(2, 12, 101, 101, 96, 100)];

    [Fact]
    public void A_bar_without_finer_ones_is_met_by_the_path_otherwise()
    {
        RecordedRun run = Run([.. Rest(0), .. Rest(1), Part(3, 0, 100, 101, 99, 100)]);

        Assert.Equal([100m, 97m], run.FillPrices);
        RunWarning warning = Assert.Single(run.Result.Warnings);
        Assert.Equal("finer_bars_missing", warning.Code);
        Assert.StartsWith("1 of 4 bars (25.0%), the first of A at 2020-01-03 00:00Z, has no finer bars", warning.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100.5, 104, 96, 100)]
    [InlineData(100, 104.5, 96, 100)]
    [InlineData(100, 104, 96.5, 100)]
    [InlineData(100, 104, 96, 100.5)]
    public void A_bar_that_its_finer_ones_contradict_is_met_by_the_path_otherwise(double open, double high, double low, double close)
    {
        RecordedRun run = Run([.. Rest(0), .. Rest(1), Part(2, 0, open, high, 100, 101), Part(2, 12, 101, 101, low, close), Part(3, 0, 100, 101, 99, 100)]);

        Assert.Equal([100m, 97m], run.FillPrices);
        RunWarning warning = Assert.Single(run.Result.Warnings);
        Assert.Equal("finer_bars_differ", warning.Code);
        Assert.Contains("1 of 4 bars (25.0%), the first of A at 2020-01-03 00:00Z", warning.Message, StringComparison.Ordinal);
        Assert.Contains("pessimistic", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Prices_that_differ_by_less_than_a_twentieth_of_the_range_are_those_of_the_bar()
    {
        RecordedRun run = Run(
            [.. Rest(0), .. Rest(1), Part(2, 0, 100.3, 103.7, 100, 101), Part(2, 12, 101, 101, 95.7, 100.3), Part(3, 0, 100, 101, 99, 100)],
            new EntryTerms { StopLoss = PriceLevel.At(97), TakeProfit = PriceLevel.At(104) });

        Assert.Equal([100m, 104m], run.FillPrices);
        Assert.Empty(run.Result.Warnings);
    }

    [Fact]
    public void Of_a_bar_at_one_price_finer_bars_may_differ_by_rounding_alone()
    {
        Assert.Empty(Rounded(1e-8).Result.Warnings);
        Assert.Equal("finer_bars_differ", Assert.Single(Rounded(1e-4).Result.Warnings).Code);

        static RecordedRun Rounded(double by) =>
            Run([Part(0, 0, 100, 100, 100, 100 * (1 + by)), .. Rest(1), .. TargetFirst, Part(3, 0, 100, 101, 99, 100)]);
    }

    [Fact]
    public void Finer_bars_outside_of_bars_are_passed_over()
    {
        TestBar before = Part(0, -12, 50, 50, 50, 50);
        RecordedRun run = Run([before, .. Rest(0), .. Rest(1), .. TargetFirst, Part(3, 0, 100, 101, 99, 100), Part(4, 0, 200, 200, 200, 200)]);

        Assert.Equal([100m, 103m], run.FillPrices);
        Assert.Empty(run.Result.Warnings);
    }

    [Fact]
    public void A_symbol_without_any_is_named()
    {
        RecordedRun run = Scenario.Of(Bars, Plan.Idle).WithBars("B", Bars).WithFiner(TwelveHours, [.. Rest(0), .. Rest(1), .. TargetFirst, Part(3, 0, 100, 101, 99, 100)]).Run();

        RunWarning warning = Assert.Single(run.Result.Warnings);
        Assert.Equal("finer_bars_missing", warning.Code);
        Assert.StartsWith("there are no finer bars of B", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Symbols_nobody_trades_are_not_counted()
    {
        RecordedRun run = Scenario.Of(Bars, Plan.Idle).WithBars("B", Bars).Trading("main", "A")
            .WithFiner(TwelveHours, [.. Rest(0), .. Rest(1), .. TargetFirst, Part(3, 0, 100, 101, 99, 100)]).Run();

        Assert.Empty(run.Result.Warnings);
    }

    [Fact]
    public void A_timeframe_that_is_no_shorter_is_refused()
    {
        InputError error = Refused(scenario => scenario.WithFiner(Timeframe.Day, Bars));

        Assert.Equal(("timeframe", "execution.path"), (error.Code, error.Key));
        Assert.Contains("bars of 1d cannot be the finer bars of the data, whose bars are of 1d", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_timeframe_that_does_not_divide_the_bars_is_refused()
    {
        InputError error = Refused(scenario => scenario.WithFiner(new Timeframe(7, 'h'), Bars));

        Assert.Contains("bars of 7h cannot be the finer bars", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_without_finer_bars_is_refused()
    {
        InputError error = Refused(scenario => scenario.WithExecution(execution => execution with { Path = new ExecutionModel(ExecutionModel.FinerBars) }));

        Assert.Equal(("no_finer_bars", "execution.path"), (error.Code, error.Key));
    }

    [Fact]
    public void A_volume_limit_needs_volumes_of_the_finer_bars()
    {
        InputError error = Refused(scenario => scenario.ChangeBars(bar => bar with { Volume = 100 }).WithFiner(TwelveHours, TargetFirst)
            .WithExecution(execution => execution with { VolumeLimit = 0.1m }));

        Assert.Equal(("no_volume", "execution.volume_limit"), (error.Code, error.Key));
    }

    [Fact]
    public void Orders_that_take_sides_need_quotes_of_the_finer_bars()
    {
        InputError error = Refused(scenario => scenario.ChangeBars(bar => bar.Quoted(0.1)).WithFiner(TwelveHours, TargetFirst));

        Assert.Equal(("no_quotes", "execution.path"), (error.Code, error.Key));
    }

    [Fact]
    public void A_path_nobody_has_is_refused_as_the_one_otherwise()
    {
        InputError error = Refused(scenario => scenario.WithFiner(TwelveHours, TargetFirst, otherwise: "finer_bars"));

        Assert.Equal(("unknown_plugin", "execution.path.otherwise"), (error.Code, error.Key));
    }

    [Fact]
    public void A_profile_has_a_path_of_its_own()
    {
        InputError error = Refused(scenario => scenario.WithFiner(TwelveHours, TargetFirst)
            .WithExecution(execution => execution with { Profile = FillProfile.Standard }));

        Assert.Equal(("contradicting_key", "execution.path"), (error.Code, error.Key));
    }

    private static InputError Refused(Func<Scenario, Scenario> change) =>
        Assert.Single(Assert.Throws<InputException>(() => change(Scenario.Of(Bars, Plan.Idle)).Run()).Errors);

    private static RecordedRun Run(IReadOnlyList<TestBar> finer, EntryTerms? terms = null) => Scenario.Of(
        Bars,
        Plan.On((0, signals => signals.Enter(Direction.Long, terms ?? new EntryTerms { StopLoss = PriceLevel.At(97), TakeProfit = PriceLevel.At(103) }))))
        .WithFiner(TwelveHours, finer).Run();

    private static TestBar[] Rest(int day) => [Part(day, 0, 100, 100, 100, 100), Part(day, 12, 100, 100, 100, 100)];

    private static TestBar Part(int day, int hour, double open, double high, double low, double close) =>
        new(TestBar.FirstDay.AddDays(day).AddHours(hour), open, high, low, close);
}
