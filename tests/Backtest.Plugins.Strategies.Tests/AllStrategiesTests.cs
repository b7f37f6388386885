using Backtest.Plugins.Breakout;
using Backtest.Plugins.BuyAndHold;
using Backtest.Plugins.CrossSectionalMomentum;
using Backtest.Plugins.MeanReversion;
using Backtest.Plugins.Momentum;
using Backtest.Plugins.MovingAverageCross;
using Backtest.Plugins.TrendFollowing;

namespace Backtest.Tests;

/// <summary>Laws that hold for every strategy, with its defaults and with parameters that make it trade often.</summary>
public sealed class AllStrategiesTests
{
    private const string QuickCross = """{"fast": 3, "slow": 8, "direction": "both"}""";
    private const string QuickMomentum = """{"lookback": 5, "rsi_period": 4, "direction": "both"}""";
    private const string QuickReversion = """{"period": 10, "entry": 1, "rsi_period": 4, "direction": "both"}""";
    private const string QuickBreakout = """{"period": 5, "volume_period": 5, "atr_period": 5, "direction": "both"}""";
    private const string QuickRanking = """{"lookback": 5, "skip": 1, "top": 1, "every": 2}""";
    private const string QuickTrend = """
        {"fast": 3, "slow": 6, "long_term": 12, "adx_period": 4, "minimum_adx": 15, "atr_period": 4, "direction": "both"}
        """;

    [Fact]
    public void Buy_and_hold_conforms() => Conformance.Check<BuyAndHoldStrategy>();

    [Theory]
    [InlineData("{}")]
    [InlineData(QuickCross)]
    public void Moving_average_cross_conforms(string parameters) => Conformance.Check<MovingAverageCross>(parameters);

    [Theory]
    [InlineData("{}")]
    [InlineData(QuickMomentum)]
    public void Momentum_conforms(string parameters) => Conformance.Check<MomentumStrategy>(parameters);

    [Theory]
    [InlineData("{}")]
    [InlineData(QuickReversion)]
    public void Mean_reversion_conforms(string parameters) => Conformance.Check<MeanReversionStrategy>(parameters);

    [Theory]
    [InlineData("{}")]
    [InlineData(QuickBreakout)]
    public void Breakout_conforms(string parameters) => Conformance.Check<BreakoutStrategy>(parameters);

    [Theory]
    [InlineData("{}")]
    [InlineData(QuickTrend)]
    public void Trend_following_conforms(string parameters) => Conformance.Check<TrendFollowingStrategy>(parameters);

    [Theory]
    [InlineData("{}")]
    [InlineData(QuickRanking)]
    public void Cross_sectional_momentum_conforms(string parameters) => Conformance.Check<CrossSectionalMomentumStrategy>(parameters);

    [Fact]
    public void First_signal_comes_as_soon_as_all_indicators_are_ready()
    {
        Assert.Equal(0, Earliest<BuyAndHoldStrategy>("{}"));
        Assert.Equal(8, Earliest<MovingAverageCross>(QuickCross));
        Assert.Equal(5, Earliest<MomentumStrategy>(QuickMomentum));
        Assert.Equal(9, Earliest<MeanReversionStrategy>(QuickReversion));
        Assert.Equal(5, Earliest<BreakoutStrategy>(QuickBreakout));
        Assert.Equal(11, Earliest<TrendFollowingStrategy>(QuickTrend));
    }

    [Fact]
    public void Ids_are_those_documented() => Assert.Equal(
        ["buy-and-hold", "sma-cross", "momentum", "mean-reversion", "breakout", "trend-following", "cross-sectional-momentum"],
        [
            new BuyAndHoldStrategyFactory().Descriptor.Id,
            new MovingAverageCrossFactory().Descriptor.Id,
            new MomentumStrategyFactory().Descriptor.Id,
            new MeanReversionStrategyFactory().Descriptor.Id,
            new BreakoutStrategyFactory().Descriptor.Id,
            new TrendFollowingStrategyFactory().Descriptor.Id,
            new CrossSectionalMomentumStrategyFactory().Descriptor.Id,
        ]);

    private static int Earliest<TStrategy>(string parameters)
        where TStrategy : class =>
        Enumerable.Range(0, 300)
            .SelectMany(seed => StrategyHarness.Run<TStrategy>(parameters, TestBars.Walk(seed, 40)))
            .Min(signal => signal.Row);
}
