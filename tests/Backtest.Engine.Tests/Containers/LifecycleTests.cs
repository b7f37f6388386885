namespace Backtest.Tests;

public sealed class LifecycleTests
{
    private static readonly IReadOnlyList<TestBar> Bars = Walk.Bars(seed: 9, count: 50);

    [Fact]
    public void A_tree_goes_from_created_to_disposed()
    {
        BacktestContainer container = Built();
        Assert.Equal(States(ContainerState.Initialized), StatesOf(container));

        container.Start(new RunStart(0, container.Years, new Silence(), TestContext.Current.CancellationToken));
        Assert.Equal(States(ContainerState.Running), StatesOf(container));

        container.Stop();
        Assert.Equal(States(ContainerState.Stopped), StatesOf(container));

        container.Dispose();
        Assert.Equal(States(ContainerState.Disposed), StatesOf(container));
    }

    [Fact]
    public void A_container_runs_once()
    {
        using BacktestContainer container = Built();
        var start = new RunStart(0, container.Years, new Silence(), TestContext.Current.CancellationToken);
        container.Start(start);

        Assert.Throws<InvalidOperationException>(() => container.Start(start));
    }

    [Fact]
    public void A_run_that_ends_is_completed()
    {
        Assert.Equal(RunStatus.Completed, Scenario.Of(Bars, Plan.Idle).Run().Result.Status);
    }

    [Fact]
    public void A_run_canceled_between_chunks_is_interrupted_and_keeps_what_it_has()
    {
        using var cancellation = new CancellationTokenSource();
        RecordedRun run = Scenario.Of(Bars, (BarEvent bar, in Position position, ISignals signals) =>
        {
            if (bar.Index == 9)
                cancellation.Cancel();
        }).Run(new RunOptions { ChunkBytes = 0 }, cancellation.Token);

        Assert.Equal((RunStatus.Interrupted, 10L), (run.Result.Status, run.Result.Turns));
        Assert.Equal(10, run.Equity.Count(row => row.Portfolio == "main"));
    }

    [Fact]
    public void A_run_canceled_by_a_plugin_that_hears_it_is_interrupted()
    {
        using var cancellation = new CancellationTokenSource();
        RecordedRun run = Scenario.Of(Bars, (BarEvent bar, in Position position, ISignals signals) =>
        {
            cancellation.Cancel();
            cancellation.Token.ThrowIfCancellationRequested();
        }).Run(new RunOptions(), cancellation.Token);

        Assert.Equal(RunStatus.Interrupted, run.Result.Status);
        Assert.Empty(run.Result.Faults);
    }

    [Fact]
    public void A_run_canceled_at_the_start_is_interrupted()
    {
        using var cancellation = new CancellationTokenSource();
        Scenario scenario = Scenario.Of(Bars, Plan.Idle).WithPortfolio("other", Plan.Idle);
        scenario.Plugins.Add("main", new ScriptedStrategy(Plan.Idle)
        {
            OnStart = (in context) =>
            {
                cancellation.Cancel();
                context.Cancellation.ThrowIfCancellationRequested();
            },
        });

        Assert.Equal(RunStatus.Interrupted, scenario.Run(new RunOptions(), cancellation.Token).Result.Status);
    }

    [Fact]
    public void Progress_is_told_after_each_chunk_and_ends_with_all_bars()
    {
        var told = new Told();
        Scenario.Of(Bars, Plan.Idle).Run(new RunOptions { ChunkBytes = 0, Progress = told });

        Assert.Equal(Enumerable.Range(1, 50).Select(bars => new RunProgress(bars, 50, Bars[bars - 1].Start.AddDays(1))), told.Reports);
    }

    [Fact]
    public void A_seed_depends_on_the_run_and_on_the_place_in_the_tree_alone()
    {
        ulong Seed(ulong seed, string portfolio)
        {
            ulong told = 0;
            Scenario scenario = Scenario.Of(Bars, Plan.Idle).WithPortfolio("other", Plan.Idle).With(config => config with { Seed = seed });
            scenario.Plugins.Add(portfolio, new ScriptedStrategy(Plan.Idle) { OnStart = (in context) => told = context.Seed });
            scenario.Run();
            return told;
        }

        Assert.Equal(Seed(1, "main"), Seed(1, "main"));
        Assert.NotEqual(Seed(1, "main"), Seed(2, "main"));
        Assert.NotEqual(Seed(1, "main"), Seed(1, "other"));
    }

    private static BacktestContainer Built()
    {
        var source = new MemorySource(new Dictionary<string, IReadOnlyList<TestBar>> { ["A"] = Bars }, Timeframe.Day);
        Scenario scenario = Scenario.Of(Bars, Plan.Idle);
        using OpenData data = OpenData.Open(source, scenario.Config.Data, TestContext.Current.CancellationToken);
        PassKind kind = data.KindOf(scenario.Config);
        PassContext pass = data.Begin(kind, source, [scenario.Plugins], hasHashes: true, TestContext.Current.CancellationToken);
        return new BacktestContainerFactory(scenario.Config, pass, kind.Currency).Create();
    }

    private static ContainerState[] States(ContainerState state) => [state, state];

    private static ContainerState[] StatesOf(BacktestContainer container) => [container.State, container.AllPortfolios[0].State];

    private sealed class Told : IProgress<RunProgress>
    {
        public List<RunProgress> Reports { get; } = [];

        public void Report(RunProgress value) => Reports.Add(value);
    }

    private sealed class Silence : IRunLog
    {
        public void Information(string message)
        {
        }

        public void Warning(string message)
        {
        }
    }
}
