using Backtest.Fixtures;

namespace Backtest.Tests;

public sealed class TestParametersTests
{
    [Theory]
    [InlineData("[1]")]
    [InlineData("{\"period\": }")]
    [InlineData("period: 3")]
    public void Text_that_is_no_object_is_an_input_error(string text) =>
        Assert.Equal("parameters_json", Assert.Single(Assert.Throws<InputException>(() => TestParameters.Parse(text)).Errors).Code);

    [Fact]
    public void Errors_carry_their_keys() =>
        Assert.Equal("parameters.period", Assert.Single(TestParameters.Errors<Good>("""{"period": 99}""")).Key);

    [Fact]
    public void Parameters_without_errors_have_none() => Assert.Empty(TestParameters.Errors<Good>("{}"));
}
