namespace Backtest.Tests;

public sealed class AllocationTests
{
    private const int Warm = 20_000;

    [Fact]
    public void Turns_without_orders_allocate_nothing_once_warm() => Assert.Equal(0, Allocated(new RunOptions { ChunkBytes = 1 << 18 }));

    [Fact]
    public void Chunks_of_one_turn_allocate_nothing_once_warm() => Assert.Equal(0, Allocated(new RunOptions { ChunkBytes = 0 }));

    [Fact]
    public void Containers_of_plugins_allocate_nothing_once_warm() => Assert.Equal(0, Allocated(new RunOptions(), isContained: true));

    [Fact]
    public void Higher_timeframes_allocate_nothing_once_warm() => Assert.Equal(0, Allocated(new RunOptions(), isOnWeeks: true));

    [Fact]
    public void Orders_that_finer_bars_are_taken_through_allocate_nothing_once_warm()
    {
        Assert.Equal(0, Allocated(new RunOptions { ChunkBytes = 1 << 18 }, isByFinerBars: true));
        Assert.Equal(0, Allocated(new RunOptions { ChunkBytes = 0 }, isByFinerBars: true));
    }

    /// <summary>The allocation per bar of a tree with classifiers, indicators and positions, on the thread of the run.</summary>
    private static long Allocated(RunOptions options, bool isContained = false, bool isOnWeeks = false, bool isByFinerBars = false) => Allocations.Least(() =>
    {
        long before = 0;
        long allocated = -1;
        Scenario scenario = new Scenario()
            .WithBars("A", Walk.Bars(1, 2 * Warm)).WithBars("B", Walk.Bars(2, 2 * Warm, missing: 10))
            .WithPortfolio("main", Plan.On((Warm / 2, signals => signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.At(0.0001) }))))
            .UnderClassifier("market", new ScriptedClassifier(bar => bar < Warm / 2 ? 0 : 1, "bear", "bull"))
            .WithPortfolio("other", (BarEvent bar, in Position position, ISignals signals) =>
            {
                if (bar.Symbol != "A")
                    return;
                if (bar.Index == Warm)
                    before = GC.GetAllocatedBytesForCurrentThread();
                if (bar.Index == (2 * Warm) - 2000)
                    allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            })
            .WithIndicators("main", Indicators.Sma(20), Indicators.Sma(20).Ago(1), Indicators.Sma(5).Of(Indicators.Roc(10)))
            .WithIndicators("other", Indicators.Ema(10));
        if (isContained)
            Contain(scenario);
        if (isOnWeeks)
        {
            scenario.On(new Timeframe(1, 'w'))
                .WithIndicators("other", Indicators.Ema(10).On(new Timeframe(2, 'd')), Indicators.Sma(5).On(new Timeframe(1, 'w')).Ago(2));
        }

        if (isByFinerBars)
        {
            var random = new Random(3);
            scenario.WithFiner(new Timeframe(4, 'h'), "pessimistic", bar => FinerBarsOf.Split(bar, TimeSpan.FromHours(4), 6, random))
                .WithPortfolio("trails", Plan.On((Warm / 2, signals => signals.Enter(Direction.Long, new EntryTerms { TrailingStop = 1e9, StopLoss = PriceLevel.At(0.0001) }))));
        }

        scenario.Unrecorded(options);
        return allocated;
    });

    /// <summary>Puts the measuring strategy into a container, beside one that signals at every bar.</summary>
    private static void Contain(Scenario scenario)
    {
        scenario.Plugins.Add("eager", new ScriptedStrategy((BarEvent bar, in Position position, ISignals signals) => signals.Exit()));
        scenario.Plugins.Add("net", new ScriptedContainer(Plan.Idle) { KeepsSignals = false });
        scenario.With(config => config with
        {
            Portfolios = [config.Portfolios[0] with
            {
                Strategies = [new StrategyConfig
                {
                    Name = "net",
                    Type = "net",
                    Strategies = [.. config.Portfolios[0].Strategies, new StrategyConfig { Name = "eager", Type = "eager" }],
                }],
            }],
        });
    }
}
