using Backtest;
using Backtest.Testing;

namespace ExampleNamespace.Tests;

public sealed class ExampleClassifierTests
{
    private const string Parameters = """{"period": 3}""";

    [Fact]
    public void It_keeps_the_laws_of_a_plugin() => Conformance.Check<ExampleClassifier>();

    [Fact]
    public void A_close_above_the_average_is_above() => Assert.Equal("above", Last(10, 10, 10, 13));

    [Fact]
    public void A_close_below_the_average_is_below() => Assert.Equal("below", Last(10, 10, 10, 7));

    [Fact]
    public void Nothing_is_said_before_the_average_is_known() =>
        Assert.Empty(ClassifierHarness.Run<ExampleClassifier>(Parameters, TestBars.Closes(10, 13)));

    private static string Last(params double[] closes) =>
        ClassifierHarness.Run<ExampleClassifier>(Parameters, TestBars.Closes(closes))[^1].Name;
}
