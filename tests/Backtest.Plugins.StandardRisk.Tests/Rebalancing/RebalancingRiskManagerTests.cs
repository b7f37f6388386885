using Backtest.Abstractions.Runtime;
using Backtest.Plugins.StandardRisk;

namespace Backtest.Tests;

/// <summary>By default, A is at 100, B at 50, and the portfolio has 100,000.</summary>
public sealed class RebalancingRiskManagerTests
{
    private const int EndOfJanuary = 30; // day numbers start on January 1 of the year 1, a Monday

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"every": "never", "band": 0.05}""")]
    [InlineData("""{"every": "weekly", "exposure": 0.9, "minimum_trade": 0.01, "weights": {"type": "inverse_volatility", "period": 10}}""")]
    [InlineData("""{"every": "daily", "weights": {"type": "given", "values": {"AAA": 0.6, "BBB": 0.3}}}""")]
    public void It_conforms(string parameters) => Conformance.Check<RebalancingRiskManager>(parameters);

    [Fact]
    public void Entries_share_equity()
    {
        RiskManagerHarness harness = Start("{}");

        Assert.Equal(["Placed A 500", "Placed B 1000"], Turn(harness, harness.Buy(A(harness)), harness.Buy(B(harness))));
    }

    [Fact]
    public void What_is_held_makes_room_for_an_entry()
    {
        RiskManagerHarness harness = Start("{}");
        harness.Portfolio.Hold(A(harness), 1000);

        Assert.Equal(["Resized A 500", "Placed B 1000"], Turn(harness, harness.Buy(B(harness))));
    }

    [Fact]
    public void What_stays_takes_over_what_leaves_frees()
    {
        RiskManagerHarness harness = Start("{}");
        harness.Portfolio.Hold(A(harness), 500);
        harness.Portfolio.Hold(B(harness), 1000);
        harness.Portfolio.StrategyPositions.RemoveAt(1); // the turn's exit already counts

        Assert.Equal(["Resized A 1000"], Turn(harness, harness.Leave(B(harness))));
    }

    [Theory]
    [InlineData("monthly", EndOfJanuary, EndOfJanuary + 1)]
    [InlineData("weekly", 6, 7)]
    [InlineData("quarterly", 89, 90)]
    [InlineData("daily", 0, 1)]
    public void Weights_are_restored_on_the_first_day_of_a_period(string every, int last, int first)
    {
        RiskManagerHarness harness = Start($$"""{"every": "{{every}}"}""");
        harness.Portfolio.Hold(A(harness), 600);
        harness.Portfolio.Hold(B(harness), 800);

        Assert.Empty(On(harness, last));
        Assert.Equal(["Resized A 500", "Resized B 1000"], On(harness, first));
        Assert.Empty(On(harness, first));
    }

    [Theory]
    [InlineData(690, 620, false)] // 69% and 31%
    [InlineData(710, 580, true)]
    public void A_weight_off_by_more_than_the_band_has_all_restored(int a, int b, bool restores)
    {
        RiskManagerHarness harness = Start("""{"every": "never", "band": 0.2}""");
        harness.Portfolio.Hold(A(harness), a);
        harness.Portfolio.Hold(B(harness), b);

        Assert.Equal(restores ? ["Resized A 500", "Resized B 1000"] : [], On(harness, 0));
    }

    [Fact]
    public void A_position_gets_the_less_the_more_its_price_moves()
    {
        // Returns of ±10% and ±5%, so B gets twice the share of A: 33,333 / 99 and 66,667 / 49.875.
        RiskManagerHarness harness = Start(
            """{"weights": {"type": "inverse_volatility", "period": 2}}""", TestBars.Closes(100, 110, 99), TestBars.Closes(50, 52.5, 49.875));

        Assert.Equal(["Placed A 336", "Placed B 1336"], Whole(Turn(harness, harness.Buy(A(harness)), harness.Buy(B(harness)))));
    }

    [Fact]
    public void Weights_may_be_written()
    {
        RiskManagerHarness harness = Start("""{"weights": {"type": "given", "values": {"A": 0.6}}}""");

        Assert.Equal(["Placed A 600", "Vetoed B 0"], Turn(harness, harness.Buy(A(harness)), harness.Buy(B(harness))));
    }

    [Fact]
    public void Half_the_strength_is_half_the_weight()
    {
        RiskManagerHarness harness = Start("""{"exposure": 0.8}""");

        Assert.Equal(["Placed A 200", "Placed B 800"], Turn(harness, harness.Buy(A(harness), 0.5), harness.Buy(B(harness))));
    }

    [Fact]
    public void What_is_protected_is_cut_and_not_enlarged()
    {
        RiskManagerHarness harness = Start("""{"every": "daily"}""");
        harness.Portfolio.Hold(A(harness), 600);
        harness.Portfolio.Hold(B(harness), 800);
        foreach (Instrument instrument in harness.Instruments)
            harness.Portfolio.Protection.Add(Stop(instrument));

        On(harness, 0);

        Assert.Equal(["Resized A 500"], On(harness, 1));
    }

    [Fact]
    public void A_difference_below_the_least_trade_stays()
    {
        RiskManagerHarness harness = Start("""{"every": "daily", "minimum_trade": 0.02}""");
        harness.Portfolio.Hold(A(harness), 510); // 1% too much
        harness.Portfolio.Hold(B(harness), 940); // 3% too little
        On(harness, 0);

        Assert.Equal(["Resized B 1000"], On(harness, 1));
    }

    [Fact]
    public void A_weight_is_above_zero() => Assert.Contains(
        TestParameters.Errors<RebalancingRiskManager>("""{"weights": {"type": "given", "values": {"A": 0}}}"""),
        error => error.Message.Contains("the weight of 'A' is 0", StringComparison.Ordinal));

    private static RiskManagerHarness Start(string parameters, BarSeries? barsOfA = null, BarSeries? barsOfB = null) =>
        RiskManagerHarness.Start<RebalancingRiskManager>(
            parameters,
            [
                TestBars.Of(barsOfA ?? TestBars.Closes(100), new Instrument { Symbol = "A" }),
                TestBars.Of(barsOfB ?? TestBars.Closes(50), new Instrument { Symbol = "B", Index = 1 }),
            ]);

    private static Instrument A(RiskManagerHarness harness) => harness.Instruments[0];

    private static Instrument B(RiskManagerHarness harness) => harness.Instruments[1];

    private static IEnumerable<string> On(RiskManagerHarness harness, int day)
    {
        harness.Portfolio.Today = day;
        return Turn(harness);
    }

    private static IEnumerable<string> Turn(RiskManagerHarness harness, params SignalEvent[] signals) =>
        harness.Turn(signals).Select(answer => FormattableString.Invariant($"{answer.Kind} {answer.Symbol} {answer.Quantity}"));

    private static IEnumerable<string> Whole(IEnumerable<string> answers) => answers.Select(answer => answer.Split('.')[0]);

    private static OrderEvent Stop(Instrument instrument) => new()
    {
        Id = 1,
        Time = default,
        Instrument = instrument,
        StrategyIndex = 0,
        Type = OrderType.Stop,
        Side = Side.Sell,
        PositionEffect = PositionEffect.Close,
        Quantity = 1,
    };
}
