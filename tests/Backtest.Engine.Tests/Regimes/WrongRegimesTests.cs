namespace Backtest.Tests;

/// <summary>States that are not names are invalid input; invalid probabilities end the classifier's container.</summary>
public sealed class WrongRegimesTests
{
    private const int Broken = 2;

    private static readonly IReadOnlyList<TestBar> Bars = TestBar.Flat(10, 10, 10, 10);

    [Theory]
    [InlineData]
    [InlineData("")]
    [InlineData("bear", null)]
    [InlineData("bear", "bull", "bear")]
    [InlineData("../bear")]
    [InlineData("a/b")]
    [InlineData("bear.market")]
    [InlineData("a bear")]
    [InlineData("bear", "unknown")]
    public void States_that_are_no_names_are_wrong_input_that_names_the_classifier(params string?[] states)
    {
        Scenario scenario = Scenario.Of(Bars, Plan.BuyFirst).UnderClassifier("market", new ScriptedClassifier(_ => 0, states!));

        InputError error = Assert.Single(Assert.Throws<InputException>(() => scenario.Run()).Errors);
        Assert.Equal(("invalid_states", "classifiers.market.parameters"), (error.Code, error.Key));
        Assert.StartsWith("classifier 'market' names ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void States_that_differ_from_symbol_to_symbol_are_wrong_input()
    {
        Scenario scenario = Scenario.Of(Bars, Plan.BuyFirst).WithBars("B", Bars).UnderClassifier("market", new ScriptedClassifier(_ => 0)
        {
            StatesOf = symbol => symbol == "A" ? ["bear", "bull"] : ["bull", "bear"],
        });

        InputError error = Assert.Single(Assert.Throws<InputException>(() => scenario.Run()).Errors);
        Assert.Equal("classifier 'market' names its states bear, bull on one instrument and bull, bear on another", error.Message);
    }

    [Theory]
    [InlineData(0.6, 0.6)]
    [InlineData(0.4, 0.4)]
    [InlineData(double.NaN, 1.0)]
    [InlineData(-0.5, 1.5)]
    [InlineData(double.PositiveInfinity, 0.0)]
    [InlineData(1.0)]
    public void Probabilities_that_are_none_are_a_fault_at_their_bar(params double[] probabilities)
    {
        RecordedRun run = Classified(bar => bar == Broken ? probabilities : [0.25, 0.75]).WithPortfolio("other", Plan.BuyFirst).Run();

        Assert.Equal(["market", "market/main"], run.Result.Faults.Select(fault => fault.Container));
        Assert.All(run.Result.Faults, fault => Assert.Equal(Bars[Broken].Start.AddDays(1), fault.Time));
        Assert.Equal("other", run.Fills[^1].Portfolio);
    }

    [Fact]
    public void Probabilities_may_miss_one_by_what_rounding_leaves()
    {
        Assert.Empty(Classified(_ => [0.1 + 0.2, 0.7 - 1e-9]).Run().Result.Faults);
    }

    private static Scenario Classified(Func<long, double[]> probabilities) => Scenario.Of(Bars, Plan.BuyFirst)
        .UnderClassifier("market", new ScriptedClassifier(_ => 0, "bear", "bull") { Probabilities = probabilities });
}
