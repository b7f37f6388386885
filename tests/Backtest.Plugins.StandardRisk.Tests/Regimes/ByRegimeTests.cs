namespace Backtest.Tests;

public sealed class ByRegimeTests
{
    [Fact]
    public void Tighter_limit_of_the_regime_holds_while_it_lasts()
    {
        var harness = Harness("""{"type": "max_position", "value": 0.08}""", """{"type": "max_position", "value": 0.02}""");

        Assert.Equal(80, Placed(harness, "bull"));
        Assert.Equal(20, Placed(harness, "bear"));
    }

    [Fact]
    public void Looser_limit_of_the_regime_changes_nothing()
    {
        var harness = Harness("""{"type": "max_position", "value": 0.08}""", """{"type": "max_position", "value": 0.5}""");

        Assert.Equal(80, Placed(harness, "bear"));
    }

    [Fact]
    public void Limit_of_another_type_comes_on_top()
    {
        var harness = Harness("""{"type": "max_position", "value": 0.08}""", """{"type": "max_exposure", "value": 0.05}""");

        Assert.Equal(50, Placed(harness, "bear"));
    }

    [Fact]
    public void Sizer_of_the_regime_replaces_the_other()
    {
        var harness = new RiskHarness(
            $$$$"""{{{{RiskHarness.Hundred}}}}, "by_regime": {"unknown": {"sizer": {"type": "fixed_quantity", "value": 7}}}""",
            RiskHarness.PerSymbol);

        Assert.Equal(100, Placed(harness, "bull"));
        Assert.Equal(7, Placed(harness, "unknown"));
    }

    [Fact]
    public void Each_symbol_goes_by_its_own_regime()
    {
        var harness = Harness("""{"type": "max_position", "value": 0.08}""", """{"type": "max_position", "value": 0.02}""");
        harness.Portfolio.RegimeOf = instrument => instrument == harness.A ? "bull" : "bear";

        Assert.Equal([80, 40], harness.Turn(harness.Buy(harness.A), harness.Buy(harness.B)).Select(answer => answer.Quantity));
    }

    [Fact]
    public void Drawdown_is_held_to_the_tighter_bound_while_the_regime_lasts()
    {
        var harness = Harness("""{"type": "max_drawdown", "value": 0.3}""", """{"type": "max_drawdown", "value": 0.1}""");
        harness.Portfolio.Hold(harness.A, 10);

        harness.Enter("bull");
        Assert.Empty(harness.Day(equity: 85_000));
        harness.Enter("bear");
        Assert.Single(harness.Day(equity: 85_000));
    }

    [Fact]
    public void Smaller_drawdown_to_halve_at_is_kept_when_limits_merge()
    {
        var harness = Harness(
            """{"type": "max_drawdown", "value": 0.3, "reduce_at": 0.05}""", """{"type": "max_drawdown", "value": 0.2}""");
        harness.Enter("bear");

        Assert.Equal(50, Assert.Single(harness.Day(equity: 90_000, harness.Buy(harness.A))).Quantity);
    }

    [Fact]
    public void Regime_the_classifier_does_not_have_is_an_error_that_suggests_the_nearest()
    {
        InputError error = Assert.Single(RiskHarness.Errors(
            $$$"""{{{RiskHarness.Hundred}}}, "by_regime": {"beer": {}}""", RiskHarness.Market));

        Assert.Equal("parameters.by_regime.beer", error.Key);
        Assert.Contains("'bear'", error.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Regimes_without_a_classifier_are_an_error()
    {
        InputError error = Assert.Single(RiskHarness.Errors($$$"""{{{RiskHarness.Hundred}}}, "by_regime": {"bear": {}}"""));

        Assert.Contains("no classifier", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("max_exposure")]
    [InlineData("max_leverage")]
    [InlineData("max_drawdown")]
    [InlineData("daily_loss")]
    public void Limits_on_the_whole_portfolio_need_one_regime_for_the_market(string limit)
    {
        string parameters = $$$$"""
            {{{{RiskHarness.Hundred}}}}, "by_regime": {"bear": {"limits": [{"type": "{{{{limit}}}}", "value": 0.2}]}}
            """;

        Assert.Empty(RiskHarness.Errors(parameters, RiskHarness.Market));
        Assert.Equal("parameters.by_regime.bear.limits[0]", Assert.Single(RiskHarness.Errors(parameters, RiskHarness.PerSymbol)).Key);
    }

    [Fact]
    public void Limit_on_one_position_goes_with_a_regime_for_each_symbol()
    {
        Assert.Empty(RiskHarness.Errors(
            $$$$"""{{{{RiskHarness.Hundred}}}}, "by_regime": {"bear": {"limits": [{"type": "max_position", "value": 0.2}]}}""",
            RiskHarness.PerSymbol));
    }

    private static RiskHarness Harness(string limit, string limitInBear) => new(
        $$$$"""{{{{RiskHarness.Hundred}}}}, "limits": [{{{{limit}}}}], "by_regime": {"bear": {"limits": [{{{{limitInBear}}}}]}}""",
        RiskHarness.Market);

    private static decimal Placed(RiskHarness harness, string regime)
    {
        harness.Enter(regime);
        decimal quantity = Assert.Single(harness.Turn(harness.Buy(harness.A))).Quantity;
        harness.Portfolio.RestEntry(harness.A, -quantity);
        return quantity;
    }
}
