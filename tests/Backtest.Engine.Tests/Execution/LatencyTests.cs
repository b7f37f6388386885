using CsCheck;

namespace Backtest.Tests;

/// <summary>Orders, and requests that change or cancel them, take time to reach the market.</summary>
public sealed class LatencyTests
{
    [Theory]
    [InlineData(null, 11)]
    [InlineData("1 bar", 12)]
    [InlineData("2 bars", 13)]
    [InlineData("1d", 12)]
    [InlineData("36h", 13)] // the first bar that starts then or later
    public void A_market_order_fills_on_the_first_bar_it_has_reached(string? latency, double price) =>
        Assert.Equal([(decimal)price], Run(TestBar.Flat(10, 11, 12, 13), latency, Plan.BuyFirst).FillPrices);

    [Fact]
    public void A_level_that_is_touched_on_the_way_is_missed() => Assert.Equal(
        [8m],
        Run(TestBar.Flat(10, 9, 10, 8), "1 bar", Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 9 })))).FillPrices);

    [Fact]
    public void An_order_that_is_being_canceled_may_fill_before_the_request_arrives()
    {
        ScriptedStrategy.Script script = Plan.On(
            (0, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 9 })), (2, signals => signals.Cancel()));

        Assert.Equal([9m], Run(TestBar.Flat(10, 10, 10, 9, 9), "1 bar", script).FillPrices);
        RecordedRun late = Run(TestBar.Flat(10, 10, 10, 10, 9), "1 bar", script);
        Assert.Empty(late.Fills);
        Assert.Equal(
            [TestBar.FirstDay.AddDays(3), TestBar.FirstDay.AddDays(4)],
            late.OrderStates.TakeLast(2).Select(row => new DateTime(row.State.Time, DateTimeKind.Utc)));
    }

    [Fact]
    public void An_amendment_counts_from_its_arrival_on() => Assert.Equal(
        [9.5m],
        Run(TestBar.Flat(10, 10, 10, 9.5, 9.5), "1 bar", Plan.On(
            (0, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 9 })),
            (2, signals => signals.Amend(new SignalHandle(1), new Amendment { Limit = 9.5 })))).FillPrices);

    [Fact]
    public void Protection_is_there_with_its_entry() => Assert.Equal(
        [10m, 8m],
        Run(TestBar.Days((10, 10, 10, 10), (10, 10, 10, 10), (10, 10, 7, 9)), "1 bar", Plan.On(
            (0, signals => signals.Enter(Direction.Long, new EntryTerms { StopLoss = PriceLevel.At(8) })))).FillPrices);

    [Theory]
    [InlineData(null, 10)]
    [InlineData("1 bar", 11)]
    [InlineData("2 bars", 12)]
    public void A_market_order_fills_at_the_close_so_many_bars_after_its_own(string? latency, double price)
    {
        RecordedRun run = AtClose(TestBar.Days((10, 10, 10, 10), (9, 12, 9, 11), (9, 13, 9, 12), (9, 14, 9, 13)), latency, Plan.BuyFirst);

        Assert.Equal([(decimal)price], run.FillPrices);
        Assert.Equal(TestBar.FirstDay.AddDays(price - 9), run.Fills[0].Fill.Time);
    }

    [Fact]
    public void A_length_of_time_that_ends_between_closes_is_refused() => Assert.Contains(
        Assert.Throws<InputException>(() => AtClose(TestBar.Flat(10, 10), "36h", Plan.BuyFirst)).Errors, error => error.Key == "execution.latency");

    [Fact]
    public void To_fill_at_a_close_late_comes_to_what_deciding_late_comes_to() => Gen.Select(
        Gen.Int[0, 100_000], Gen.Int[1, 3], Gen.Int[0, ExecutionModel.Matchings.Count - 1]).Sample((seed, bars, matching) =>
    {
        IReadOnlyList<TestBar> walk = Walk.Bars(seed, count: 150);
        RecordedRun late = Deciding(walk, seed, after: 0, new Latency.Bars(bars), ExecutionModel.Matchings[matching]);
        RecordedRun later = Deciding(walk, seed, after: bars, latency: null, ExecutionModel.Matchings[matching]);

        Assert.NotEmpty(late.Fills);
        Assert.Equal(later.Fills.Select(Filled), late.Fills.Select(Filled));
    }, iter: 300);

    /// <summary>Entries of any kind that add to each other, each canceled five bars later unless it has filled by then.</summary>
    private static RecordedRun Deciding(IReadOnlyList<TestBar> walk, int seed, int after, Latency? latency, string matching)
    {
        var random = new Random(seed);
        var decisions = new List<(long, Action<ISignals>)>();
        for (int bar = 5; bar < 130; bar += 10)
        {
            EntryTerms terms = TermsOf(random.Next(5), walk[bar].Close * (1 + ((random.NextDouble() - 0.5) * 0.04))) with
            {
                Add = true,
                StopLoss = PriceLevel.Offset(walk[bar].Close * 0.1),
                TakeProfit = PriceLevel.Offset(walk[bar].Close * 0.03),
            };
            SignalHandle handle = default;
            decisions.Add((bar + after, signals => handle = signals.Enter(Direction.Long, terms)));
            decisions.Add((bar + after + 5, signals => signals.Cancel(handle)));
        }

        return Scenario.Of(walk, Plan.On([.. decisions]))
            .WithExecution(execution => execution with { Latency = latency, FillsAtClose = true, Matching = new ExecutionModel(matching) }).Run();
    }

    private static EntryTerms TermsOf(int kind, double price) => kind switch
    {
        0 => new EntryTerms { Limit = price },
        1 => new EntryTerms { Stop = price },
        2 => new EntryTerms { Stop = price, Limit = price * 1.01 },
        3 => new EntryTerms { Touch = price },
        _ => new EntryTerms(),
    };

    private static (DateTime, Side, decimal, decimal) Filled((string, FillEvent Fill) filled) =>
        (filled.Fill.Time, filled.Fill.Side, filled.Fill.Quantity, filled.Fill.Price);

    private static RecordedRun AtClose(IReadOnlyList<TestBar> bars, string? latency, ScriptedStrategy.Script script) => Scenario.Of(bars, script)
        .WithExecution(execution => execution with { Latency = latency is null ? null : Latency.Parse(latency), FillsAtClose = true }).Run();

    [Fact]
    public void Passing_over_turns_comes_to_what_taking_each_comes_to() => Gen.Select(Gen.Int[0, 100_000], Gen.OneOf("1 bar", "3 bars", "50h")).Sample((seed, latency) =>
    {
        RecordedRun every = Walking(seed, latency).Run(new RunOptions { TakesEveryTurn = true });

        Assert.Equal(every.Result.EventStreamHash, Walking(seed, latency).Run().Result.EventStreamHash);
    }, iter: 60);

    [Fact]
    public void Passing_over_turns_comes_to_the_same_where_orders_fill_at_closes() => Gen.Select(
        Gen.Int[0, 100_000], Gen.OneOf("1 bar", "3 bars"), Gen.Int[0, ExecutionModel.Matchings.Count - 1]).Sample((seed, latency, matching) =>
    {
        RecordedRun every = AtCloses().Run(new RunOptions { TakesEveryTurn = true });

        Assert.Equal(every.Result.EventStreamHash, AtCloses().Run().Result.EventStreamHash);

        Scenario AtCloses() => Walking(seed, latency)
            .WithExecution(execution => execution with { FillsAtClose = true, Matching = new ExecutionModel(ExecutionModel.Matchings[matching]) });
    }, iter: 100);

    private static Scenario Walking(int seed, string latency)
    {
        ScriptedStrategy.Script trades = Walk.Trades(seed, rate: 40);
        Scenario scenario = Scenario.Of(Walk.Bars(seed, count: 200, missing: 10), trades).WithExecution(execution => execution with { Latency = Latency.Parse(latency) });
        scenario.Plugins.Add("main", new ScriptedStrategy(trades) { IsStateless = true });
        return scenario;
    }

    private static RecordedRun Run(IReadOnlyList<TestBar> bars, string? latency, ScriptedStrategy.Script script) => Scenario.Of(bars, script)
        .WithExecution(execution => execution with { Latency = latency is null ? null : Latency.Parse(latency) }).Run();
}
