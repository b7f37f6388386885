using Backtest.Abstractions.Runtime;
using Backtest.Plugins.Breakout;
using Backtest.Plugins.BuyAndHold;
using Backtest.Plugins.MeanReversion;
using Backtest.Plugins.Momentum;
using Backtest.Plugins.MovingAverageCross;
using Backtest.Plugins.TrendFollowing;

namespace Backtest.Tests;

/// <summary>What holds for every strategy.</summary>
public sealed class AllStrategiesTests
{
    private const int Bars = 400;

    /// <summary>Each strategy, parameters under which it trades often, and the first row on which all it reads is defined.</summary>
    private static readonly Dictionary<string, (StrategyFactory Factory, string Parameters, int FirstRow)> Strategies = new()
    {
        ["buy-and-hold"] = (new BuyAndHoldStrategyFactory(), "{}", 0),
        ["sma-cross"] = (new MovingAverageCrossFactory(), """{"fast": 3, "slow": 8, "direction": "both"}""", 8),
        ["momentum"] = (new MomentumStrategyFactory(), """{"lookback": 5, "rsi_period": 4, "direction": "both"}""", 5),
        ["mean-reversion"] = (
            new MeanReversionStrategyFactory(), """{"period": 10, "entry": 1, "rsi_period": 4, "direction": "both"}""", 9),
        ["breakout"] = (new BreakoutStrategyFactory(), """{"period": 5, "volume_period": 5, "atr_period": 5, "direction": "both"}""", 5),
        ["trend-following"] = (
            new TrendFollowingStrategyFactory(),
            """{"fast": 3, "slow": 6, "long_term": 12, "adx_period": 4, "minimum_adx": 15, "atr_period": 4, "direction": "both"}""",
            11),
    };

    public static TheoryData<string> Ids => [.. Strategies.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Id_is_the_one_documented(string id)
    {
        Assert.Equal(id, Strategies[id].Factory.Descriptor.Id);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void First_signal_comes_when_all_indicators_are_ready_and_not_before(string id)
    {
        int earliest = Enumerable.Range(0, 300)
            .SelectMany(seed => Run(id, TestBars.Walk(seed, 40)))
            .Min(signal => signal.Row);

        Assert.Equal(Strategies[id].FirstRow, earliest);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Cutting_the_data_leaves_every_earlier_signal_unchanged(string id)
    {
        BarSeries bars = TestBars.Walk(seed: 7, Bars);
        IReadOnlyList<RecordedSignal> whole = Run(id, bars);

        Assert.NotEmpty(whole);
        for (int count = 1; count < Bars; count++)
            Assert.Equal(whole.Where(signal => signal.Row < count), Run(id, TestBars.First(bars, count)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Defaults_are_valid(string id)
    {
        Assert.Empty(StrategyHarness.Errors(Strategies[id].Factory, "{}"));
    }

    private static IReadOnlyList<RecordedSignal> Run(string id, BarSeries bars) =>
        StrategyHarness.Run(Strategies[id].Factory, Strategies[id].Parameters, bars);
}
