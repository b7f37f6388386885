namespace Backtest.Tests;

/// <summary>Trailing stops at distances in average true ranges.</summary>
public sealed class RangeTrailTests
{
    // True ranges of 2, with an average of 2, and ranges of 4 after the entry.
    private static readonly IReadOnlyList<TestBar> Bars = TestBar.Days(
        (10, 11, 9, 10), (10, 11, 9, 10), (10, 11, 9, 10), (10, 12, 8, 10), (10, 14, 10, 14), (14, 14, 10, 10));

    [Fact]
    public void Protection_keeps_the_distance_of_the_bar_it_was_decided_on()
    {
        RecordedRun run = Run(bar => bar == 2, (signals, _) => signals.Enter(Direction.Long, new EntryTerms { TrailingStopRanges = 2 }));

        OrderEvent stop = run.Order(2).Order;
        Assert.Equal(4, stop.Distance); // twice 2
        Assert.Equal(10, stop.StopPrice); // under 14
        Assert.Equal([10m, 10m], run.FillPrices);
    }

    [Fact]
    public void An_entry_may_trail_at_it()
    {
        // 1.5 ranges above 10, and never above that.
        RecordedRun run = Run(bar => bar == 2, (signals, _) => signals.Enter(Direction.Long, new EntryTerms { TrailRanges = 1.5 }));

        Assert.Equal(3, run.Order(1).Order.Distance);
        Assert.Equal([11m], run.FillPrices); // the market came to 8, and the stop to 11
    }

    [Fact]
    public void An_exit_may_trail_at_it()
    {
        RecordedRun run = Run(bar => bar is 2 or 3, (signals, bar) => _ = bar == 2
            ? signals.Enter(Direction.Long)
            : signals.Exit(new ExitTerms { TrailRanges = 1 }));

        Assert.Equal(3, run.Order(2).Order.Distance); // the mean of 2 and 4, Wilder's average of two bars
        Assert.Equal([10m, 11m], run.FillPrices); // the market came to 14
    }

    [Fact]
    public void A_universe_strategy_has_the_range_of_each_symbol()
    {
        var strategy = new ScriptedUniverse((in turn, values, signals) =>
        {
            foreach (UniverseMember member in turn)
            {
                if (member.Position.IsFlat)
                    signals[member.Instrument].Enter(Direction.Long, new EntryTerms { TrailingStopRanges = 1 });
            }
        })
        { RangePeriod = 2 };
        IReadOnlyList<TestBar> calm = TestBar.Flat(10, 11, 12, 13, 14, 15);

        RecordedRun run = Scenario.OfUniverse(strategy, ("A", Bars), ("B", calm)).Run();

        Assert.Equal(
            [("A", 2.0), ("B", 1.0)],
            run.Orders.Select(order => order.Order.Order).Where(order => order.Type == OrderType.TrailingStop).OrderBy(order => order.Id).Take(2)
                .Select(order => (order.Instrument.Symbol, order.Distance)));
    }

    [Fact]
    public void The_strategy_is_first_called_when_the_range_is_known()
    {
        long first = -1;
        Scenario scenario = Scenario.Of(Bars, Plan.Idle);
        scenario.Plugins.Add("main", new ScriptedStrategy((BarEvent bar, in Position position, ISignals signals) => first = first < 0 ? bar.Index : first) { RangePeriod = 3 });
        scenario.Run();

        Assert.Equal(3, first); // the first true range is that of the second bar
    }

    [Fact]
    public void A_plugin_has_to_say_of_how_many_bars() => Assert.Contains(
        "set RangePeriod",
        Assert.Single(Scenario.Of(Bars, Plan.On((2, signals => signals.Enter(Direction.Long, new EntryTerms { TrailRanges = 1 })))).Run().Result.Faults).Message,
        StringComparison.Ordinal);

    [Fact]
    public void One_distance_is_given() => Assert.Throws<ArgumentException>(() => new EntryTerms { TrailingStop = 1, TrailingStopRanges = 2 }.Validate());

    [Fact]
    public void Chunks_show_nowhere()
    {
        ScriptedStrategy.Script script = (BarEvent bar, in Position position, ISignals signals) =>
        {
            if (position.IsFlat && bar.Index % 3 == 0)
                signals.Enter(Direction.Long, new EntryTerms { TrailingStopRanges = 1.5 });
        };
        RecordedRun[] runs = [.. new[] { 0, 1 << 20 }.Select(chunkBytes =>
        {
            Scenario scenario = Scenario.Of(Walk.Bars(7, 300), script);
            scenario.Plugins.Add("main", new ScriptedStrategy(script) { RangePeriod = 5, IsStateless = true });
            return scenario.Run(new RunOptions { ChunkBytes = chunkBytes });
        })];

        Assert.NotEmpty(runs[0].Trades);
        Assert.Equal(runs[0].Rows("main"), runs[1].Rows("main"));
    }

    private static RecordedRun Run(Func<long, bool> when, Action<ISignals, long> act)
    {
        ScriptedStrategy.Script script = (BarEvent bar, in Position position, ISignals signals) =>
        {
            if (when(bar.Index))
                act(signals, bar.Index);
        };
        Scenario scenario = Scenario.Of(Bars, script);
        scenario.Plugins.Add("main", new ScriptedStrategy(script) { RangePeriod = 2 });
        return scenario.Run();
    }
}
