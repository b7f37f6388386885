using Backtest.Plugins.Hmm;

namespace Backtest.Tests;

public sealed class RegimeNamesTests
{
    [Theory]
    [InlineData(2, "bear bull")]
    [InlineData(3, "bear neutral bull")]
    [InlineData(4, "state_1 state_2 state_3 state_4")]
    [InlineData(5, "state_1 state_2 state_3 state_4 state_5")]
    public void States_are_named_by_rising_mean_return(int states, string names) =>
        Assert.Equal(names.Split(' '), RegimeNames.For(states));
}
