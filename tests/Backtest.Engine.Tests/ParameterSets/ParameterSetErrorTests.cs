namespace Backtest.Tests;

public sealed class ParameterSetErrorTests
{
    [Fact]
    public void A_regime_the_classifier_does_not_have_is_an_error()
    {
        InputError error = Error(Classified().WithFirst(ParameterSetsTests.ByRegime(("bull", "b", 1), ("sideways", "c", 1))));

        Assert.Equal(("unknown_regime", "portfolios.main.strategies.main.by_regime"), (error.Code, error.Key));
        Assert.Equal("It has: bear, bull, unknown.", error.Fix);
    }

    [Fact]
    public void A_regime_without_a_classifier_above_is_an_error() =>
        Assert.Equal("no_classifier", Error(Sound().WithFirst(ParameterSetsTests.ByRegime(("bull", "b", 1)))).Code);

    [Fact]
    public void Days_out_of_order_are_an_error()
    {
        InputError error = Error(Sound().WithFirst(ParameterSetsTests.ByDate((3, "b"), (3, "c"))));

        Assert.Equal(("unordered_dates", "portfolios.main.strategies.main.by_date[1].from"), (error.Code, error.Key));
    }

    [Fact]
    public void Both_ways_to_switch_at_once_are_an_error() => Assert.Equal("contradicting_key", Error(Classified()
        .WithFirst(ParameterSetsTests.ByDate((3, "b"))).WithFirst(ParameterSetsTests.ByRegime(("bull", "b", 1)))
        .WithFirst(portfolio => portfolio with
        {
            Strategies = [portfolio.Strategies[0] with { ByDate = [new DatedParametersConfig { From = new DateOnly(2020, 1, 3) }] }],
        })).Code);

    [Theory]
    [InlineData("sideways", 1, false, "unknown_regime")]
    [InlineData("bull", 0.5, false, "misplaced_key")]
    [InlineData("bull", 1, true, "duplicate_name")]
    public void From_a_day_on_a_regime_is_one_of_the_classifier_named_once_without_a_weight(string regime, double weight, bool isTwice, string code)
    {
        Scenario scenario = Classified().WithFirst(ParameterSetsTests.ByDate((3, "b"))).WithFirst(ParameterSetsTests.InStretch(0, regime, "c", weight));
        if (isTwice)
            scenario.WithFirst(ParameterSetsTests.InStretch(0, regime, "d"));
        InputError error = Error(scenario);

        Assert.Equal(code, error.Code);
        Assert.StartsWith("portfolios.main.strategies.main.by_date[0].by_regime", error.Key, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_weight_is_a_share(double weight) =>
        Assert.Equal("invalid_value", Error(Classified().WithFirst(ParameterSetsTests.ByRegime(("bull", "b", weight)))).Code);

    [Fact]
    public void A_regime_is_named_once() =>
        Assert.Equal("duplicate_name", Error(Classified().WithFirst(ParameterSetsTests.ByRegime(("bull", "b", 1), ("bull", "c", 1)))).Code);

    [Fact]
    public void A_weight_inside_a_container_is_an_error() => Assert.Equal("misplaced_key", Error(Classified().WithFirst(portfolio => portfolio with
    {
        Strategies =
        [
            new StrategyConfig { Name = "net", Type = "net", Strategies = [ParameterSetsTests.ByRegime(("bull", "b", 0.5))(portfolio).Strategies[0]] },
        ],
    })).Code);

    private static Scenario Sound() => ParameterSetsTests.Switching(_ => Plan.Idle);

    private static Scenario Classified() => Sound().UnderClassifier("market", new ScriptedClassifier(_ => 0, "bear", "bull"));

    private static InputError Error(Scenario scenario) => Assert.Single(Assert.Throws<InputException>(() => scenario.Run()).Errors);
}
