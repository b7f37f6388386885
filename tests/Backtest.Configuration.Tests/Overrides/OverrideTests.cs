using Backtest.Engine;

namespace Backtest.Tests.Overrides;

public sealed class OverrideTests
{
    [Fact]
    public void Value_of_a_key_is_replaced() => Assert.Equal(43UL, RunFiles.Parse(RunFiles.Full, "seed=43").Seed);

    [Fact]
    public void Last_of_two_wins() => Assert.Equal(2UL, RunFiles.Parse(RunFiles.Full, "seed=1", "seed=2").Seed);

    [Fact]
    public void Keys_on_the_way_are_added()
    {
        WorkflowConfig config = RunFiles.Parse(
            RunFiles.Least, "execution.slippage={type: basis_points, value: 2}", "portfolios.main.strategies.sma-cross.parameters.fast=10");
        Assert.Equal(new SlippageConfig.BasisPoints(2), config.Execution.Slippage);
        ParameterScalar fast = (ParameterScalar)config.Portfolios[0].Strategies[0].Parameters["fast"]!;
        Assert.Equal("10", fast.Text);
        Assert.Equal(new SourcePosition("--set portfolios.main.strategies.sma-cross.parameters.fast=10"), fast.Position);
    }

    [Fact]
    public void Strategy_in_a_container_goes_by_its_name()
    {
        const string Path = "portfolios.main.strategies.net.strategies";
        StrategyConfig net = RunFiles.Parse(
            RunFiles.Contained, $"{Path}.momentum.parameters.lookback=10", $"{Path}.inner.strategies.sma-cross.parameters.fast=7").Portfolios[0].Strategies[0];

        Assert.Equal("10", ((ParameterScalar)net.Strategies![0].Parameters["lookback"]!).Text);
        Assert.Equal("7", ((ParameterScalar)net.Strategies[1].Strategies![0].Parameters["fast"]!).Text);
    }

    [Theory]
    [InlineData("portfolios.conservative.capital=5")]
    [InlineData("classifiers.hmm.portfolios.conservative.capital=5")]
    [InlineData("classifiers.0.portfolios.0.capital=5")]
    public void Portfolio_under_a_classifier_is_found(string change) =>
        Assert.Equal(5, RunFiles.Parse(RunFiles.Full, change).Classifiers[0].Portfolios[0].Capital);

    [Fact]
    public void Item_without_a_name_goes_by_its_type()
    {
        WorkflowConfig config = RunFiles.Parse(RunFiles.Full, "portfolios.conservative.risk.parameters.limits.max_drawdown.value=0.3");
        var limits = (ParameterList)config.Classifiers[0].Portfolios[0].Risk.Parameters["limits"]!;
        Assert.Equal("0.3", ((ParameterScalar)((ParameterMap)limits.Items[0])["value"]!).Text);
    }

    [Fact]
    public void Item_that_is_not_there_is_an_error_with_the_names_there_are()
    {
        Assert.Equal(
            "--set portfolios.main.strategies.sma.parameters.fast=10: portfolios.main.strategies.sma: "
                + "portfolios.main.strategies has no item 'sma'.\n  Allowed here: sma-cross.",
            RunFiles.Error(RunFiles.Least, "portfolios.main.strategies.sma.parameters.fast=10"));
    }

    [Fact]
    public void Portfolio_that_is_nowhere_is_an_error_with_all_there_are() => Assert.Contains(
        "Did you mean 'conservative'? Allowed here: conservative.",
        RunFiles.Error(RunFiles.Full, "portfolios.conservativ.capital=5"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("seed")]
    [InlineData("=5")]
    [InlineData("data..path=x")]
    public void Text_that_is_no_assignment_is_an_error(string change) =>
        Assert.StartsWith(
            $"--set {change}: expected a path, '=' and a value.", RunFiles.Error(RunFiles.Least, change), StringComparison.Ordinal);

    [Fact]
    public void Path_through_a_value_is_an_error() =>
        Assert.Contains("data.path is a value and has no 'x'.", RunFiles.Error(RunFiles.Least, "data.path.x=1"), StringComparison.Ordinal);

    [Fact]
    public void Wrong_value_is_told_with_the_option() => Assert.StartsWith(
        "--set portfolios.main.capital=-5: portfolios.main.capital: found -5, expected a number above 0.",
        RunFiles.Error(RunFiles.Least, "portfolios.main.capital=-5"),
        StringComparison.Ordinal);

    [Fact]
    public void Unknown_key_is_told_with_the_option() => Assert.StartsWith(
        "--set executoin.fill=close: executoin: 'executoin' is not known here.",
        RunFiles.Error(RunFiles.Least, "executoin.fill=close"),
        StringComparison.Ordinal);
}
