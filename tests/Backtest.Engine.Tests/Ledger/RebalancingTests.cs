using Backtest.Plugins.StandardRisk;

namespace Backtest.Tests;

/// <summary>The rebalancing risk manager in a run, computed by hand.</summary>
public sealed class RebalancingTests
{
    private static readonly (string, IReadOnlyList<TestBar>)[] Doubles = [("A", TestBar.Flat(10, 10, 10, 10, 10)), ("B", TestBar.Flat(10, 10, 20, 20, 20))];

    [Fact]
    public void Half_and_half_is_restored_once_a_price_has_doubled()
    {
        // 50 of each with 1,000. B doubles: half of 1,500, 750, is 75 A or 37 B. 13 B at 20 pay for 25 A at 10.
        RecordedRun run = Run("daily");

        Assert.Equal(["A 50", "B 50", "B -13", "A 25"], Traded(run));
        Assert.Equal(["rebalance", "rebalance"], run.Orders.Where(order => order.Order.Order.SignalId == 0).Select(order => order.Order.Reason));
    }

    [Fact]
    public void Without_a_calendar_or_a_band_positions_run() => Assert.Equal(["A 50", "B 50"], Traded(Run("never")));

    private static RecordedRun Run(string every)
    {
        var scenario = new Scenario();
        foreach ((string symbol, IReadOnlyList<TestBar> bars) in Doubles)
            scenario.WithBars(symbol, bars);
        scenario.WithPortfolio("main", Plan.BuyFirst, capital: 1000);
        scenario.Plugins.Add("main", new RebalancingRiskManagerFactory());
        return scenario.WithFirst(portfolio => portfolio with { Risk = portfolio.Risk with { Parameters = Parameters.Of(("every", every)) } }).Run();
    }

    private static IEnumerable<string> Traded(RecordedRun run) => run.Fills.Zip(run.FillQuantities, (fill, quantity) => $"{fill.Fill.Instrument.Symbol} {quantity}");
}
