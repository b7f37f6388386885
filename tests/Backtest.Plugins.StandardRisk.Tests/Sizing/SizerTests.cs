using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

public sealed class SizerTests
{
    [Theory]
    [InlineData("""{"type": "fixed_quantity", "value": 40}""", 1, 40)]
    [InlineData("""{"type": "fixed_quantity", "value": 40}""", 0.5, 20)]
    [InlineData("""{"type": "fixed_value", "value": 10050}""", 1, 100)] // 100.5 rounded down
    [InlineData("""{"type": "fixed_value", "value": 10050}""", 0.5, 50)]
    [InlineData("""{"type": "percent_equity", "value": 0.5}""", 1, 500)]
    [InlineData("""{"type": "percent_equity", "value": 0.5}""", 0.1, 50)]
    [InlineData("""{"type": "percent_equity", "value": 0.5, "buffer": 0.02}""", 1, 490)]
    public void Quantity_is_that_of_the_formula_in_whole_lots(string sizer, double strength, int expected)
    {
        var harness = new RiskHarness($"\"sizer\": {sizer}");

        Assert.Equal([new RecordedAnswer(AnswerKind.Placed, "A", expected)], harness.Turn(harness.Buy(harness.A, strength)));
    }

    [Theory]
    [InlineData("""{"type": "fixed_value", "value": 10000}""", 20)]
    [InlineData("""{"type": "percent_equity", "value": 0.5}""", 100)]
    public void Multiplier_makes_a_unit_worth_more(string sizer, int expected)
    {
        var harness = new RiskHarness($"\"sizer\": {sizer}", multiplier: 5);

        Assert.Equal(expected, Assert.Single(harness.Turn(harness.Buy(harness.A))).Quantity);
    }

    [Fact]
    public void Lots_smaller_than_one_are_kept()
    {
        var harness = new RiskHarness(""" "sizer": {"type": "fixed_value", "value": 12345.67} """, lotSize: 0.001m);

        Assert.Equal(123.456m, Assert.Single(harness.Turn(harness.Buy(harness.A))).Quantity);
    }

    [Fact]
    public void Money_that_pays_the_commission_buys_fewer()
    {
        // 10,000 at a price of 100 plus 1%: 99 units cost 9,999, and 100 would cost 10,100.
        var harness = new RiskHarness(""" "sizer": {"type": "percent_equity", "value": 0.1, "fees": "included"} """);
        harness.Portfolio.Fees = (quantity, price) => 0.01m * quantity * price;

        Assert.Equal(99, Assert.Single(harness.Turn(harness.Buy(harness.A))).Quantity);
    }

    [Fact]
    public void Least_commission_is_paid_as_well()
    {
        // 100 units cost 10,000 without the commission; with a minimum of 250, the money pays for only 97.
        var harness = new RiskHarness(""" "sizer": {"type": "percent_equity", "value": 0.1, "fees": "included"} """);
        harness.Portfolio.Fees = (quantity, price) => Math.Max(250, 0.01m * quantity * price);

        Assert.Equal(97, Assert.Single(harness.Turn(harness.Buy(harness.A))).Quantity);
    }

    [Fact]
    public void Average_true_range_sets_the_risk_of_a_unit()
    {
        // With true ranges of 4, 1% of 100,000 over 2 · 4 is 125.
        var harness = new RiskHarness(""" "sizer": {"type": "atr_risk", "value": 0.01, "period": 3} """, barsOfA: Ranging(4));

        Assert.Equal(125, Assert.Single(harness.Turn(harness.Buy(harness.A))).Quantity);
    }

    [Fact]
    public void Volatility_of_a_year_sets_the_risk_of_a_unit()
    {
        // Returns of +10%, −10%, +10% have a sample deviation of 0.2/√3, or √252 times that per year; 0.2 · 100,000 / (1.83303 · 108.9) is 100.19….
        var harness = new RiskHarness(
            """ "sizer": {"type": "volatility_target", "value": 0.2, "period": 3} """, barsOfA: TestBars.Closes(100, 110, 99, 108.9));

        double sigma = 0.2 / Math.Sqrt(3) * Math.Sqrt(252);
        Assert.Equal(decimal.Floor((decimal)(20_000 / (sigma * 108.9))), Assert.Single(harness.Turn(harness.Buy(harness.A))).Quantity);
    }

    [Theory]
    [InlineData("""{"type": "atr_risk", "value": 0.01}""")]
    [InlineData("""{"type": "volatility_target", "value": 0.2}""")]
    public void Entry_waits_until_the_indicator_is_ready(string sizer)
    {
        var harness = new RiskHarness($"\"sizer\": {sizer}");

        Assert.Equal([new RecordedAnswer(AnswerKind.Vetoed, "A", 0, "not_ready")], harness.Turn(harness.Buy(harness.A)));
    }

    [Theory]
    [InlineData("""{"type": "atr_risk", "value": 0.01, "period": 3}""")]
    [InlineData("""{"type": "volatility_target", "value": 0.2, "period": 3}""")]
    public void Price_that_does_not_move_cannot_be_sized_by_risk(string sizer)
    {
        var harness = new RiskHarness($"\"sizer\": {sizer}", barsOfA: TestBars.Closes(100, 100, 100, 100, 100, 100));

        Assert.Equal([new RecordedAnswer(AnswerKind.Vetoed, "A", 0, "no_volatility")], harness.Turn(harness.Buy(harness.A)));
    }

    [Fact]
    public void Less_than_a_lot_is_left_to_the_engine_to_refuse()
    {
        var harness = new RiskHarness(""" "sizer": {"type": "fixed_value", "value": 99} """);

        Assert.Equal([new RecordedAnswer(AnswerKind.Placed, "A", 0)], harness.Turn(harness.Buy(harness.A)));
    }

    [Fact]
    public void Sizer_is_required()
    {
        Assert.Equal("missing_key", Assert.Single(RiskHarness.Errors("")).Code);
    }

    [Theory]
    [InlineData("""{"type": "percent_equity", "value": 0}""")]
    [InlineData("""{"type": "percent_equity", "value": 0.5, "buffer": 1}""")]
    [InlineData("""{"type": "atr_risk", "value": 0.01, "multiple": 0}""")]
    [InlineData("""{"type": "volatility_target", "value": 0.2, "period": 1}""")]
    public void Figures_without_meaning_are_refused(string sizer)
    {
        Assert.Equal("out_of_range", Assert.Single(RiskHarness.Errors($"\"sizer\": {sizer}")).Code);
    }

    private static BarSeries Ranging(double range)
    {
        BarSeries bars = TestBars.Empty(hasVolume: false);
        for (int i = 0; i < 10; i++)
            TestBars.Add(bars, 100, 100 + range / 2, 100 - range / 2, 100);
        return bars;
    }
}
