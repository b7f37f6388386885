using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>A container plugin looks like one strategy to its portfolio, and like the whole portfolio to its strategies.</summary>
public sealed class ContainerPluginTests
{
    private static readonly IReadOnlyList<TestBar> Bars = TestBar.Flat(10, 10, 10, 10, 10, 10);

    [Fact]
    public void What_members_signal_reaches_the_container_alone()
    {
        var container = new ScriptedContainer(Plan.Idle);
        RecordedRun run = Contained(container, ("one", Plan.BuyFirst), ("two", Plan.On((1, signals => signals.Enter(Direction.Short))))).Run();

        Assert.Equal(
            [(1, 0, Direction.Long), (2, 1, Direction.Short)],
            container.Signals.Select(signal => (signal.Id, signal.StrategyIndex, signal.Direction)));
        Assert.Empty(run.Signals);
        Assert.Equal(0, run.Result.Portfolios[0].Signals);
    }

    [Fact]
    public void What_the_container_signals_is_the_portfolios_as_of_one_strategy()
    {
        RecordedRun run = Contained(new ScriptedContainer(Plan.BuyFirst), ("one", Plan.Idle)).Run();

        Assert.Equal(["net"], run.Description.Portfolios[0].Strategies);
        Assert.Equal((1, 0), (run.Signals.Single().Signal.Signal.Id, run.Signals.Single().Signal.Signal.StrategyIndex));
        Assert.Equal((0, 10m), (run.Positions.Single().StrategyIndex, run.Positions.Single().Quantity));
    }

    [Fact]
    public void Members_read_the_position_of_the_container()
    {
        var held = new List<decimal>();
        Contained(new ScriptedContainer(Plan.BuyFirst), ("one", (BarEvent bar, in Position position, ISignals signals) =>
            held.Add(position.Quantity))).Run();

        Assert.Equal([0m, 10m, 10m, 10m, 10m, 10m], held);
    }

    [Fact]
    public void Members_read_the_trades_of_the_container()
    {
        var seen = new List<int>();
        Scenario scenario = Contained(
            new ScriptedContainer(Plan.On((0, signals => signals.Enter(Direction.Long)), (1, signals => signals.Exit()))), ("one", Plan.Idle));
        scenario.Plugins.Add("one", new ScriptedStrategy((BarEvent bar, in Position position, ISignals signals) => seen.Add(signals.Trades.Length)) { ReadsTrades = true });
        scenario.Run();

        Assert.Equal([0, 0, 1, 1, 1, 1], seen);
    }

    [Fact]
    public void Fills_and_regimes_reach_the_container_and_its_members()
    {
        var container = new ScriptedContainer(Plan.BuyFirst);
        Scenario scenario = Contained(container, ("one", Plan.Idle))
            .UnderClassifier("market", new ScriptedClassifier(bar => bar < 3 ? 0 : 1, "bear", "bull"));
        scenario.Run();

        string[] heard = ["unknown to bear", "fill 1", "bear to bull"];
        Assert.Equal(["start one", .. heard], container.Heard);
        Assert.Equal(heard, ((ScriptedStrategy)scenario.Plugins.Find(PluginKind.Strategy, "one")!).Heard);
    }

    [Fact]
    public void Fills_of_a_sibling_do_not_reach_the_members()
    {
        var container = new ScriptedContainer(Plan.Idle);
        Scenario scenario = Contained(container, ("one", Plan.Idle)).WithFirst(portfolio => portfolio with
        {
            Strategies = [.. portfolio.Strategies, new StrategyConfig { Name = "main", Type = "main" }],
        });
        scenario.Plugins.Add("main", new ScriptedStrategy(Plan.BuyFirst));

        Assert.Single(scenario.Run().Fills);
        Assert.Equal(["start one"], container.Heard);
    }

    [Fact]
    public void The_container_has_every_bar_and_each_member_those_from_its_own_readiness_on()
    {
        var bars = new List<string>();
        Scenario scenario = Contained(
            new ScriptedContainer((BarEvent bar, in Position position, ISignals signals) => bars.Add($"net {bar.Index}")),
            ("one", (BarEvent bar, in Position position, ISignals signals) => bars.Add($"one {bar.Index}")));
        scenario.WithIndicators("one", Indicators.Sma(5));
        scenario.Run();

        Assert.Equal(["net 0", "net 1", "net 2", "net 3", "one 4", "net 4", "one 5", "net 5"], bars);
    }

    [Fact]
    public void A_member_whose_data_is_too_short_is_warned_of_by_its_path()
    {
        Scenario scenario = Contained(new ScriptedContainer(Plan.Idle), ("one", Plan.Idle), ("two", Plan.Idle));
        scenario.WithIndicators("two", Indicators.Sma(50));

        Assert.Contains("strategy 'net/two' of portfolio 'main'", Assert.Single(scenario.Run().Result.Warnings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "net/one")]
    [InlineData(true, "net")]
    public void A_fault_stops_the_portfolio_and_names_who_threw(bool isContainers, string plugin)
    {
        ScriptedStrategy.Script broken = Plan.On((3, _ => throw new InvalidOperationException("broken")));
        RecordedRun run = Contained(new ScriptedContainer(isContainers ? broken : Plan.Idle), ("one", isContainers ? Plan.Idle : broken))
            .WithPortfolio("other", Plan.BuyFirst).Run();

        ContainerFault fault = Assert.Single(run.Result.Faults);
        Assert.Equal(("main", plugin, "BarEvent", TestBar.FirstDay.AddDays(4)), (fault.Container, fault.Plugin, fault.Event, fault.Time));
        Assert.Equal("other", Assert.Single(run.Fills).Portfolio);
    }

    [Fact]
    public void A_fault_in_answer_to_a_members_signal_is_the_containers()
    {
        var container = new ScriptedContainer(Plan.Idle) { OnSignal = () => throw new InvalidOperationException("broken") };

        ContainerFault fault = Assert.Single(Contained(container, ("one", Plan.BuyFirst)).Run().Result.Faults);
        Assert.Equal(("net", "SignalEvent"), (fault.Plugin, fault.Event));
    }

    [Fact]
    public void An_indicators_fault_in_a_member_stops_the_portfolio()
    {
        Scenario scenario = Contained(new ScriptedContainer(Plan.Idle), ("one", Plan.Idle));
        scenario.WithIndicators("one", Probe.Spec(throwsAt: 2));

        Assert.Equal(nameof(IndicatorEvent), Assert.Single(scenario.Run().Result.Faults).Event);
    }

    [Fact]
    public void A_container_inside_a_container_is_a_strategy_of_it()
    {
        var outer = new ScriptedContainer(Plan.Idle);
        var inner = new ScriptedContainer(Plan.BuyFirst);
        Scenario scenario = Contained(outer, ("one", Plan.On((2, _ => throw new InvalidOperationException("broken")))))
            .WithFirst(portfolio => portfolio with
            {
                Strategies = [new StrategyConfig
                {
                    Name = "net",
                    Type = "net",
                    Strategies = [portfolio.Strategies[0] with { Name = "inner", Type = "inner" }],
                }],
            });
        scenario.Plugins.Add("inner", inner);
        RecordedRun run = scenario.Run();

        Assert.Equal(["start inner"], outer.Heard);
        Assert.Equal(Direction.Long, Assert.Single(outer.Signals).Direction);
        Assert.Empty(run.Signals);
        Assert.Equal("net/inner/one", Assert.Single(run.Result.Faults).Plugin);
    }

    [Fact]
    public void A_seed_depends_on_the_place_in_the_tree_alone()
    {
        var seeds = new List<ulong>();
        Scenario scenario = Contained(new ScriptedContainer(Plan.Idle), ("one", Plan.Idle), ("two", Plan.Idle));
        foreach (string name in new[] { "one", "two" })
            scenario.Plugins.Add(name, new ScriptedStrategy(Plan.Idle) { OnStart = (in context) => seeds.Add(context.Seed) });
        scenario.Run();
        scenario.Run();

        Assert.Equal(2, seeds.Distinct().Count());
        Assert.Equal(seeds[..2], seeds[2..]);
    }

    [Fact]
    public void One_container_is_made_for_each_symbol_it_works_on()
    {
        var seen = new List<string>();
        Contained(new ScriptedContainer((BarEvent bar, in Position position, ISignals signals) => seen.Add(bar.Symbol)), ("one", Plan.Idle))
            .WithBars("B", TestBar.Flat(5)).WithBars("C", TestBar.Flat(5))
            .WithFirst(portfolio => portfolio with { Strategies = [portfolio.Strategies[0] with { Symbols = ["B", "C"] }] })
            .Run();

        Assert.Equal(["B", "C"], seen);
    }

    [Fact]
    public void A_member_that_signals_outside_its_bar_faults()
    {
        ISignals? kept = null;
        RecordedRun run = Contained(
            new ScriptedContainer(Plan.On((1, _ => kept!.Enter(Direction.Long)))),
            ("one", (BarEvent bar, in Position position, ISignals signals) => kept = signals)).Run();

        Assert.Contains("only while it handles a bar", Assert.Single(run.Result.Faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_container_that_throws_while_it_is_made_is_an_error_of_the_run_file()
    {
        var container = new ScriptedContainer(Plan.Idle) { OnCreate = () => throw new InvalidOperationException("broken") };

        InputError error = Assert.Single(Assert.Throws<InputException>(() => Contained(container, ("one", Plan.Idle)).Run()).Errors);
        Assert.Equal("'net' threw while creating its container: broken", error.Message);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1000, 3)]
    public void Neither_chunks_nor_threads_show(int chunkBytes, int threads)
    {
        static RecordedRun Run(RunOptions options) => Contained(new ScriptedContainer(Walk.Trades(3)), Walk.Bars(3, 200), ("one", Walk.Trades(4)))
            .WithPortfolio("other", Walk.Trades(5)).Run(options);

        Assert.Equal(
            Run(new RunOptions()).Result.EventStreamHash,
            Run(new RunOptions { ChunkBytes = chunkBytes, Threads = threads }).Result.EventStreamHash);
    }

    [Fact]
    public void Bars_to_come_change_nothing_before_them()
    {
        static Scenario Walking() => Contained(new ScriptedContainer(Walk.Trades(3)), Walk.Bars(3, 100), ("one", Walk.Trades(4)));
        DateTime cut = TestBar.FirstDay.AddDays(60);

        Assert.Equal(Walking().Run().Rows("main", cut.Ticks), Walking().CutAt(cut).Run().Rows("main", cut.Ticks));
    }

    private static Scenario Contained(ScriptedContainer container, params (string Name, ScriptedStrategy.Script Script)[] members) =>
        Contained(container, Bars, members);

    /// <summary>One portfolio with one container, <c>net</c>, that contains strategies.</summary>
    private static Scenario Contained(
        ScriptedContainer container, IReadOnlyList<TestBar> bars, params (string Name, ScriptedStrategy.Script Script)[] members)
    {
        Scenario scenario = Scenario.Of(bars, Plan.Idle).WithFirst(portfolio => portfolio with
        {
            Strategies = [new StrategyConfig
            {
                Name = "net",
                Type = "net",
                Strategies = [.. members.Select(member => new StrategyConfig { Name = member.Name, Type = member.Name })],
            }],
        });
        scenario.Plugins.Add("net", container);
        foreach ((string name, ScriptedStrategy.Script script) in members)
            scenario.Plugins.Add(name, new ScriptedStrategy(script));
        return scenario;
    }
}
