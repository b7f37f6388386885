using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>A strategy that uses other parameters in a regime, or from a day on.</summary>
public sealed class ParameterSetsTests
{
    private static readonly IReadOnlyList<TestBar> Bars = TestBar.Flat(10, 10, 10, 10, 10, 10, 10, 10);

    [Fact]
    public void The_first_bar_on_or_after_its_day_is_decided_on_with_a_set()
    {
        RecordedRun run = Switching(Buys).WithBars("A", [Bars[0], Bars[1], Bars[2], Bars[5], Bars[6]]).WithFirst(ByDate((3, "b"), (6, "c"))).Run();

        Assert.Equal(["a", "a", "a", "b", "c"], run.Signals.Select(signal => signal.Signal.Signal.Reason));
    }

    [Fact]
    public void Only_what_the_set_that_decides_asks_for_counts()
    {
        RecordedRun run = Switching(Buys).WithFirst(ByDate((2, "b"), (4, "c"))).Run();

        Assert.Equal(["a", "a", "b", "b", "c", "c", "c", "c"], run.Signals.Select(signal => signal.Signal.Signal.Reason));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], run.Signals.Select(signal => signal.Signal.Signal.Handle.Number));
    }

    [Fact]
    public void The_first_order_of_a_set_fills_at_the_next_open()
    {
        RecordedRun run = Switching(parameters => Name(parameters) == "b" ? Buys(parameters) : Plan.Idle).WithFirst(ByDate((3, "b"))).Run();

        Assert.Equal(Bars[4].Start, run.Fills[0].Fill.BarStart);
        Assert.Equal(Bars[4].Start, run.Fills[0].Fill.Time);
    }

    [Fact]
    public void What_is_held_is_the_position_of_the_set_that_takes_over()
    {
        var held = new List<decimal>();
        RecordedRun run = Switching(parameters => Name(parameters) == "a"
            ? Plan.BuyFirst
            : (BarEvent bar, in Position position, ISignals signals) =>
            {
                held.Add(position.Quantity);
                if (bar.Index == 5)
                    signals.Exit();
            }).WithFirst(ByDate((4, "b"))).Run();

        Assert.Equal([0, 10, 10, 10, 10, 10, 0, 0], held);
        Assert.Equal([10m, -10m], run.FillQuantities);
        Assert.Single(run.Trades);
    }

    [Fact]
    public void Stops_and_targets_stay_when_another_set_takes_over()
    {
        RecordedRun run = Switching(parameters => Name(parameters) == "a"
                ? Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.At(9), TakeProfit = PriceLevel.At(12) })))
                : Plan.Idle)
            .WithBars("A", TestBar.Flat(10, 10, 10, 10, 8, 8)).WithFirst(ByDate((2, "b"))).Run();

        Assert.Equal([10m, -10m], run.FillQuantities);
        Assert.Equal(4, run.Fills[1].Fill.BarIndex);
    }

    [Fact]
    public void A_set_has_seen_every_bar_before_it_decides()
    {
        RecordedRun run = Switching(parameters =>
        {
            int seen = 0;
            return (BarEvent bar, in Position position, ISignals signals) =>
            {
                if (++seen == 6)
                    signals.Enter(Direction.Long, new EntryTerms { Reason = Name(parameters) });
            };
        }).WithFirst(ByDate((4, "b"))).Run();

        Assert.Equal(["b"], run.Signals.Select(signal => signal.Signal.Signal.Reason));
        Assert.Equal(Bars[6].Start, run.Fills[0].Fill.BarStart);
    }

    [Fact]
    public void All_sets_hear_of_fills_and_regimes()
    {
        Scenario scenario = Switching(_ => Plan.BuyFirst).UnderClassifier("market", new ScriptedClassifier(bar => bar < 3 ? 0 : 1, "bear", "bull"))
            .WithFirst(ByRegime(("bull", "b", 1)));
        scenario.Run();

        Assert.Equal(
            ["unknown to bear", "unknown to bear", "fill 1", "fill 1", "bear to bull", "bear to bull"],
            ((ScriptedStrategy)scenario.Plugins.Find(PluginKind.Strategy, "main")!).Heard);
    }

    [Fact]
    public void A_signal_for_a_symbol_without_a_bar_in_the_chunk_reads_what_was_last_seen()
    {
        Scenario scenario = Switching(_ => Plan.BuyFirst).WithBars("B", TestBar.Flat(10, 10))
            .UnderClassifier("market", new ScriptedClassifier(bar => bar < 4 ? 1 : 0, "bear", "bull"), reference: "A").WithFirst(ByDate((1, "b")))
            .WithFirst(portfolio => portfolio with { Strategies = [portfolio.Strategies[0] with { ActiveIn = ["bull"], ClosesOnLeave = true }] });

        RecordedRun run = scenario.Run(new RunOptions { ChunkBytes = 0 });

        Assert.Empty(run.Result.Faults);
        Assert.Contains(run.Signals, signal => signal.Signal.Signal is { Reason: "left_regime", Instrument.Symbol: "B" });
    }

    [Fact]
    public void Each_regime_has_its_set_and_one_that_is_not_named_the_plain_one()
    {
        RecordedRun run = Classified(bar => bar < 2 ? -1 : bar < 4 ? 0 : bar < 6 ? 1 : 0).WithFirst(ByRegime(("bull", "b", 1))).Run();

        Assert.Equal(["a", "a", "a", "a", "b", "b", "a", "a"], run.Signals.Select(signal => signal.Signal.Signal.Reason));
    }

    [Fact]
    public void From_a_day_on_each_regime_may_have_another_set()
    {
        RecordedRun run = Classified(bar => bar < 2 ? -1 : (int)(bar % 2)).WithFirst(ByDate((1, "b"), (5, "d"))).WithFirst(InStretch(0, "bull", "c"))
            .WithFirst(InStretch(1, "bear", "e")).Run();

        Assert.Equal(["a", "b", "b", "c", "b", "d", "e", "d"], run.Signals.Select(signal => signal.Signal.Signal.Reason));
        Assert.Empty(run.Result.Warnings);
    }

    [Fact]
    public void Unknown_may_have_a_set_as_well()
    {
        RecordedRun run = Classified(bar => bar < 2 ? -1 : 0).WithFirst(ByRegime(("unknown", "b", 1))).Run();

        Assert.Equal(["b", "b", "a"], run.Signals.Select(signal => signal.Signal.Signal.Reason).Take(3));
    }

    [Fact]
    public void Each_symbol_goes_by_the_set_of_its_own_regime()
    {
        Scenario scenario = Switching(Buys).WithBars("B", TestBar.Flat(10, 10)).UnderClassifier("own", new ScriptedClassifier(bar => bar < 2 ? 0 : 1, "bear", "bull"))
            .WithFirst(ByRegime(("bull", "b", 1)));
        RecordedRun run = scenario.Run();

        Assert.Equal(["a", "a"], run.Signals.Where(signal => signal.Signal.Signal.Instrument.Symbol == "B").Select(signal => signal.Signal.Signal.Reason));
        Assert.Equal("b", run.Signals.Last(signal => signal.Signal.Signal.Instrument.Symbol == "A").Signal.Signal.Reason);
    }

    [Fact]
    public void A_weight_scales_what_signals_buy_and_leaves_the_signal_as_it_was_given()
    {
        RecordedRun run = Classified(_ => 0, Plan.On((1, signals => signals.Enter(Direction.Long, new EntryTerms { Strength = 0.8 })), (3, signals => signals.Exit())))
            .WithFirst(ByRegime(("bear", "a", 0.5))).Run();

        Assert.Equal([4m, -4m], run.FillQuantities);
        Assert.Equal([0.8, 1], run.Signals.Select(signal => signal.Signal.Signal.Strength));
    }

    [Fact]
    public void A_weight_of_zero_is_a_regime_the_strategy_may_not_enter_in()
    {
        RecordedRun run = Classified(
                bar => bar < 2 ? 1 : 0,
                Plan.On(
                    (0, signals => signals.Enter(Direction.Long)), (3, signals => signals.Enter(Direction.Long, new EntryTerms { Add = true })),
                    (4, signals => signals.Exit())))
            .WithFirst(ByRegime(("bear", "a", 0))).Run();

        Assert.Equal(["Ordered", "inactive_regime", "Ordered"], run.Outcomes);
        Assert.Equal([10m, -10m], run.FillQuantities);
    }

    [Fact]
    public void A_strategy_inside_a_container_switches_as_well()
    {
        Scenario scenario = Switching(Buys);
        scenario.Plugins.Add("net", new ScriptedContainer(Plan.Idle));
        var container = (ScriptedContainer)scenario.Plugins.Find(PluginKind.Container, "net")!;
        scenario.WithFirst(portfolio => portfolio with
        {
            Strategies =
            [
                new StrategyConfig { Name = "net", Type = "net", Strategies = [ByDate((2, "b"))(portfolio).Strategies[0]] },
            ],
        }).Run();

        Assert.Equal(["a", "a", "b", "b"], container.Signals.Select(signal => signal.Reason).Take(4));
    }

    [Fact]
    public void A_strategy_that_decides_on_all_symbols_together_switches_as_well()
    {
        Scenario scenario = Switching(_ => Plan.Idle).WithBars("B", Bars).UnderClassifier("own", new ScriptedClassifier(bar => bar < 3 ? 0 : 1, "bear", "bull"));
        scenario.Plugins.Add("main", new ScriptedUniverse((in UniverseTurn _, PerSymbol<double> _, IUniverseSignals _) => { })
        {
            ByParameters = parameters => (in UniverseTurn turn, PerSymbol<double> _, IUniverseSignals signals) =>
            {
                foreach (UniverseMember member in turn)
                    signals[member.Instrument].Enter(Direction.Long, new EntryTerms { Reason = Name(parameters) });
            },
        });
        RecordedRun run = scenario.WithFirst(ByRegime(("bull", "b", 1))).Run();

        Assert.Equal(
            ["a", "a", "a", "b", "b", "b", "b", "b"],
            run.Signals.Where(signal => signal.Signal.Signal.Instrument.Symbol == "B").Select(signal => signal.Signal.Signal.Reason));
    }

    [Fact]
    public void Parameters_that_never_decide_are_warned_of()
    {
        RecordedRun run = Switching(Buys).WithFirst(ByDate((-5, "b"), (-3, "c"), (2, "d"))).Run();

        RunWarning warning = Assert.Single(run.Result.Warnings);
        Assert.Equal("parameters_never_in_force", warning.Code);
        Assert.Equal("strategy 'main' of portfolio 'main' never decided with the parameters of by_date[0]", warning.Message);
    }

    internal static ScriptedStrategy.Script Buys(ParameterMap parameters) => (BarEvent bar, in Position position, ISignals signals) =>
        signals.Enter(Direction.Long, new EntryTerms { Reason = Name(parameters), Add = true, Strength = 0.1 });

    internal static Scenario Switching(Func<ParameterMap, ScriptedStrategy.Script> scripts)
    {
        Scenario scenario = Scenario.Of(Bars, Plan.Idle);
        scenario.Plugins.Add("main", new ScriptedStrategy(Plan.Idle) { ByParameters = scripts });
        return scenario.WithFirst(portfolio => portfolio with { Strategies = [portfolio.Strategies[0] with { Parameters = Named("a") }] });
    }

    internal static Func<PortfolioConfig, PortfolioConfig> ByDate(params (int Day, string Name)[] sets) => portfolio => portfolio with
    {
        Strategies =
        [
            portfolio.Strategies[0] with
            {
                ByDate = [.. sets.Select(set => new DatedParametersConfig { From = Day(set.Day), Parameters = Named(set.Name) })],
            },
        ],
    };

    internal static Func<PortfolioConfig, PortfolioConfig> ByRegime(params (string Regime, string Name, double Weight)[] sets) => portfolio => portfolio with
    {
        Strategies =
        [
            portfolio.Strategies[0] with
            {
                ByRegime = [.. sets.Select(set => new RegimeParametersConfig { Regime = set.Regime, Parameters = Named(set.Name), Weight = set.Weight })],
            },
        ],
    };

    internal static Func<PortfolioConfig, PortfolioConfig> InStretch(int stretch, string regime, string name, double weight = 1) => portfolio => portfolio with
    {
        Strategies =
        [
            portfolio.Strategies[0] with
            {
                ByDate =
                [
                    .. portfolio.Strategies[0].ByDate!.Select((dated, i) => i != stretch ? dated : dated with
                    {
                        ByRegime = [.. dated.ByRegime ?? [], new RegimeParametersConfig { Regime = regime, Parameters = Named(name), Weight = weight }],
                    }),
                ],
            },
        ],
    };

    internal static ParameterMap Named(string name) => Parameters.Of(("name", name));

    private static Scenario Classified(Func<long, int> stateOfBar, ScriptedStrategy.Script? script = null) =>
        Switching(parameters => script ?? Buys(parameters)).UnderClassifier("market", new ScriptedClassifier(stateOfBar, "bear", "bull"));

    private static string Name(ParameterMap parameters) => ((ParameterScalar)parameters["name"]!).Text;

    private static DateOnly Day(int day) => DateOnly.FromDateTime(TestBar.FirstDay).AddDays(day);
}
