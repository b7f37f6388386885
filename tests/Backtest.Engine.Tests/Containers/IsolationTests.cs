namespace Backtest.Tests;

public sealed class IsolationTests
{
    private const int Broken = 20;

    private static readonly IReadOnlyList<TestBar> Bars = Walk.Bars(seed: 3, count: 60);

    public enum Culprit
    {
        Strategy,
        RiskManager,
        Classifier,
        Indicator,
    }

    public static TheoryData<Culprit, int, int> Ways { get; } =
    [
        .. from culprit in Enum.GetValues<Culprit>()
           from chunkBytes in new[] { 0, 1000, 1 << 20 }
           from threads in new[] { 1, 3 }
           select (culprit, chunkBytes, threads),
    ];

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_fault_leaves_siblings_as_they_are_without_it(Culprit culprit, int chunkBytes, int threads)
    {
        var options = new RunOptions { ChunkBytes = chunkBytes, Threads = threads };
        RecordedRun sound = Tree(culprit: null).Run(options);
        RecordedRun broken = Tree(culprit).Run(options);

        foreach (string path in new[] { "left", "other/under", "right" })
            Assert.Equal(sound.Result.ContainerHashes[path], broken.Result.ContainerHashes[path]);
        foreach (string portfolio in new[] { "left", "under", "right" })
            Assert.Equal(sound.Rows(portfolio), broken.Rows(portfolio));
        Assert.NotEqual(sound.Result.ContainerHashes["market/main"], broken.Result.ContainerHashes["market/main"]);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_container_that_faults_has_its_rows_up_to_the_bar(Culprit culprit, int chunkBytes, int threads)
    {
        var options = new RunOptions { ChunkBytes = chunkBytes, Threads = threads };
        long before = Bars[Broken].Start.Ticks;

        Assert.Equal(Tree(culprit: null).Run(options).Rows("main", before), Tree(culprit).Run(options).Rows("main", before));
    }

    [Theory]
    [InlineData(Culprit.Strategy, "main", "BarEvent")]
    [InlineData(Culprit.RiskManager, "main", "BarEvent")]
    [InlineData(Culprit.Classifier, "market", "BarEvent")]
    [InlineData(Culprit.Indicator, null, "IndicatorEvent")]
    public void A_fault_names_plugin_event_and_bar(Culprit culprit, string? plugin, string handled)
    {
        RecordedRun run = Tree(culprit).Run();

        Assert.Equal(RunStatus.Faulted, run.Result.Status);
        ContainerFault fault = run.Result.Faults.Single(fault => fault.Container == "market/main");
        Assert.Equal((plugin, handled, Bars[Broken].Start.AddDays(1)), (fault.Plugin, fault.Event, fault.Time));
        Assert.Equal("broken", fault.Exception.Message.Replace("the probe broke", "broken", StringComparison.Ordinal));
    }

    [Fact]
    public void A_classifier_that_faults_is_reported_beside_the_portfolios_under_it()
    {
        Assert.Equal(["market", "market/main"], Tree(Culprit.Classifier).Run().Result.Faults.Select(fault => fault.Container));
    }

    [Fact]
    public void A_fault_of_the_engine_is_not_laid_on_a_plugin()
    {
        const double BeyondMoney = 1e30;
        RecordedRun run = Scenario.Of(TestBar.Flat(10, BeyondMoney, 10), Plan.BuyFirst).Run();

        ContainerFault fault = Assert.Single(run.Result.Faults);
        Assert.Equal((null, "BarEvent", TestBar.FirstDay.AddDays(2)), (fault.Plugin, fault.Event, fault.Time));
    }

    [Fact]
    public void What_rests_is_canceled_and_what_is_held_is_frozen_and_marked_to_the_end()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Flat(10, 10, 10, 12, 15),
            (BarEvent bar, in Position position, ISignals signals) =>
            {
                if (bar.Index == 0)
                    signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.At(5) });
                if (bar.Index == 2)
                    throw new InvalidOperationException("broken");
            }).Run();

        Assert.Equal((OrderStatus.Canceled, "fault"), (run.Order(2).Status, run.Order(2).Reason));
        Assert.Equal(10m, Assert.Single(run.Positions).Quantity);
        double[] expected = [100_000, 100_000, 100_000, 100_020, 100_050];
        Assert.Equal(expected, run.Equity.Where(row => row.Portfolio == "main").Select(row => row.Equity));
        Assert.Equal(expected, run.Equity.Where(row => row.Portfolio == "total").Select(row => row.Equity));
        Assert.Equal(100_050m, run.Result.FinalEquity);
    }

    [Fact]
    public void A_signal_of_the_turn_that_faults_leads_to_nothing()
    {
        RecordedRun run = Scenario.Of(
            TestBar.Flat(10, 10, 10),
            (BarEvent bar, in Position position, ISignals signals) =>
            {
                signals.Enter(Direction.Long);
                throw new InvalidOperationException("broken");
            }).Run();

        Assert.Equal(["fault"], run.Outcomes);
        Assert.Equal(1, run.Result.Portfolios[0].SignalOutcomes["fault"]);
    }

    [Fact]
    public void A_fault_at_the_start_is_a_fault_of_its_container()
    {
        Scenario scenario = Scenario.Of(Bars, Plan.BuyFirst).WithPortfolio("other", Plan.BuyFirst);
        scenario.Plugins.Add("main", new ScriptedStrategy(Plan.BuyFirst) { OnStart = (in _) => throw new InvalidOperationException("broken") });
        RecordedRun run = scenario.Run();

        ContainerFault fault = Assert.Single(run.Result.Faults);
        Assert.Equal(("main", "main", "start"), (fault.Container, fault.Plugin, fault.Event));
        Assert.Equal("other", Assert.Single(run.Fills).Portfolio);
        Assert.Equal(60, run.Equity.Count(row => row.Portfolio == "main"));
    }

    [Fact]
    public void Where_the_run_stops_on_a_fault_no_turn_follows_it()
    {
        RecordedRun run = Tree(Culprit.Strategy)
            .WithExecution(execution => execution with { StopsOnFault = true })
            .Run();

        Assert.Equal(RunStatus.Faulted, run.Result.Status);
        Assert.Equal(Broken + 1, run.Result.Turns);
        Assert.Equal(Broken + 1, run.Equity.Count(row => row.Portfolio == "right"));
    }

    /// <summary>A container that may fault, with siblings beside it, under another classifier and after it.</summary>
    private static Scenario Tree(Culprit? culprit)
    {
        Scenario scenario = Scenario.Of(Bars, Walk.Trades(1))
            .UnderClassifier("market", new ScriptedClassifier(bar => Throw(culprit == Culprit.Classifier, bar, (int)(bar / 7 % 2)), "bear", "bull"))
            .WithPortfolio("under", Walk.Trades(2))
            .UnderClassifier("other", new ScriptedClassifier(bar => (int)(bar / 5 % 2), "bear", "bull"))
            .WithPortfolio("left", Walk.Trades(3)).WithPortfolio("right", Walk.Trades(4));
        ScriptedStrategy.Script trades = Walk.Trades(1);
        scenario.Plugins.Add("main", new ScriptedStrategy(
            (BarEvent bar, in Position position, ISignals signals) =>
            {
                Throw(culprit == Culprit.Strategy, bar.Index, 0);
                trades(bar, position, signals);
            },
            culprit == Culprit.Indicator ? [Probe.Spec(throwsAt: Broken)] : [Probe.Spec()]));
        scenario.Plugins.Add("main", new ScriptedRisk(
            10,
            (in RiskTurn turn, IOrders orders) => Throw(
                culprit == Culprit.RiskManager && turn.Time >= Bars[Broken].Start.AddDays(1), Broken, 0)));
        return scenario;
    }

    private static int Throw(bool isCulprit, long bar, int otherwise) =>
        isCulprit && bar == Broken ? throw new InvalidOperationException("broken") : otherwise;
}
