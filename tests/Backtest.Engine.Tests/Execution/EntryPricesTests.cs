using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>The matching determines where an entry may fill, and protection is checked against that.</summary>
public sealed class EntryPricesTests
{
    [Theory]
    [InlineData("standard", "wrong_side")]
    [InlineData("bargain", "Ordered")]
    public void A_target_is_judged_by_where_the_matching_fills_the_entry(string matching, string outcome)
    {
        // A target of 7 is worse than a limit of 9, but not than half of it, where this matching fills.
        Scenario scenario = Scenario.Of(
            TestBar.Flat(10, 9, 9, 7), Plan.On((0, signals => signals.Enter(Direction.Long, new EntryTerms { Limit = 9, TakeProfit = PriceLevel.At(7) }))))
            .WithExecution(execution => execution with { Matching = new ExecutionModel(matching) });
        scenario.Plugins.Add("bargain", new Bargain());

        RecordedRun run = scenario.Run();

        Assert.Equal([outcome], run.Outcomes);
        Assert.Equal(outcome == "Ordered" ? [4.5m, 9m] : [], run.FillPrices);
    }

    /// <summary>Fills limits to buy at half their price.</summary>
    private sealed class Bargain : OrderMatchingFactory, IOrderMatching
    {
        public override PluginDescriptor Descriptor => field ??= new()
        {
            Kind = PluginKind.OrderMatching,
            Id = "bargain",
            Type = typeof(Bargain),
            Handlers = [],
        };

        public override void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors)
        {
        }

        public override IOrderMatching Create(ParameterMap parameters, BindingContext context) => this;

        public EntryPrices EntryPrices(Direction direction, in EntryTerms terms, double close) => new(terms.Limit!.Value / 2, terms.Limit.Value / 2);

        public int LastDay(IRestingOrder order, int firstDay) => firstDay;

        public double AtOpen(IRestingOrder order, in MatchedBar bar) =>
            order.Order.Side == Side.Sell ? bar.Open : bar.Open <= order.Order.LimitPrice ? order.Order.LimitPrice / 2 : double.NaN;

        public BarTouch Within(IRestingOrder order, in BarPath path) => BarTouch.None;
    }
}
