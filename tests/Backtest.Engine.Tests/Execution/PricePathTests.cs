using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>The effect of the order of a bar's prices: a stop and a target in one bar, an entry and its protection in one bar.</summary>
public sealed class PricePathTests
{
    // Bought at the open of the second bar at 100; the third reaches 96 and 104, and opens nearer to its high.
    private static readonly IReadOnlyList<TestBar> Both = TestBar.Days((100, 100, 100, 100), (100, 101, 99, 100), (101, 104, 96, 100));

    [Theory]
    [InlineData("pessimistic", Direction.Long, 97)]
    [InlineData("optimistic", Direction.Long, 103)]
    [InlineData("nearest_extreme", Direction.Long, 103)]
    [InlineData("open_high_low_close", Direction.Long, 103)]
    [InlineData("pessimistic", Direction.Short, 103)]
    [InlineData("optimistic", Direction.Short, 97)]
    [InlineData("nearest_extreme", Direction.Short, 103)]
    [InlineData("open_high_low_close", Direction.Short, 103)]
    public void Of_a_stop_and_a_target_in_one_bar_the_path_says_which_fills(string path, Direction direction, double price)
    {
        double sign = direction == Direction.Long ? 1 : -1;
        RecordedRun run = Run(path, Both, new EntryTerms { StopLoss = PriceLevel.At(100 - (3 * sign)), TakeProfit = PriceLevel.At(100 + (3 * sign)) }, direction);

        Assert.Equal([100m, (decimal)price], run.FillPrices);
    }

    [Theory]
    [InlineData("pessimistic", new[] { 99.0 })]
    [InlineData("optimistic", new[] { 99.0, 103.0 })]
    [InlineData("nearest_extreme", new[] { 99.0 })]
    public void A_target_above_a_limit_entry_fills_in_its_bar_only_where_the_high_comes_later(string path, double[] prices)
    {
        IReadOnlyList<TestBar> bars = TestBar.Days((100, 100, 100, 100), (101, 103.5, 97, 100));
        RecordedRun run = Run(path, bars, new EntryTerms { Limit = 99, TakeProfit = PriceLevel.At(103) });

        Assert.Equal(prices.Select(price => (decimal)price), run.FillPrices);
    }

    [Fact]
    public void An_open_midway_goes_to_the_low_first()
    {
        RecordedRun run = Run(
            "nearest_extreme", TestBar.Days((100, 100, 100, 100), (100, 101, 99, 100), (100, 104, 96, 100)),
            new EntryTerms { StopLoss = PriceLevel.At(97), TakeProfit = PriceLevel.At(103) });

        Assert.Equal([100m, 97m], run.FillPrices);
    }

    [Theory]
    [InlineData("open_high_low_close", new[] { 100.0, 103.0 })]
    [InlineData("pessimistic", new[] { 100.0 })]
    public void A_trailing_stop_follows_a_known_path_within_the_bar(string path, double[] prices)
    {
        RecordedRun run = Run(
            path, TestBar.Days((100, 100, 100, 100), (100, 100, 100, 100), (100, 105, 101, 104)), new EntryTerms { TrailingStop = 2 });

        Assert.Equal(prices.Select(price => (decimal)price), run.FillPrices);
    }

    [Fact]
    public void A_plugin_says_the_path()
    {
        Scenario scenario = Scenario.Of(Both, Enter(new EntryTerms { StopLoss = PriceLevel.At(97), TakeProfit = PriceLevel.At(103) }))
            .WithExecution(execution => execution with { Path = new ExecutionModel("low-first") });
        scenario.Plugins.Add("low-first", new LowFirst());
        RecordedRun run = scenario.Run();

        Assert.Equal([100m, 97m], run.FillPrices);
    }

    [Fact]
    public void A_path_nobody_has_is_refused_with_those_there_are()
    {
        var thrown = Assert.Throws<InputException>(() => Run("sideways", Both, default));

        InputError error = Assert.Single(thrown.Errors);
        Assert.Equal(("unknown_plugin", "execution.path"), (error.Code, error.Key));
        Assert.Contains("there is no price path 'sideways'", error.Message, StringComparison.Ordinal);
    }

    private static RecordedRun Run(string path, IReadOnlyList<TestBar> bars, EntryTerms terms, Direction direction = Direction.Long) =>
        Scenario.Of(bars, Enter(terms, direction)).WithExecution(execution => execution with { Path = new ExecutionModel(path) }).Run();

    private static ScriptedStrategy.Script Enter(EntryTerms terms, Direction direction = Direction.Long) =>
        Plan.On((0, signals => signals.Enter(direction, terms)));

    private sealed class LowFirst : PricePathFactory, IPricePath
    {
        public override PluginDescriptor Descriptor => field ??= new()
        {
            Kind = PluginKind.PricePath,
            Id = "low-first",
            Type = typeof(LowFirst),
            Handlers = [],
        };

        public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors)
        {
        }

        public override IPricePath Create(ParameterMap parameters, BindingContext context) => this;

        public PathOrder Order(in MatchedBar bar, Direction position) => PathOrder.LowFirst;
    }
}
