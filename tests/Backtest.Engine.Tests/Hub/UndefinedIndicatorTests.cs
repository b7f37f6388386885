namespace Backtest.Tests;

public sealed class UndefinedIndicatorTests
{
    [Fact]
    public void An_indicator_that_ends_undefined_is_pointed_out_with_the_bar_it_began_at()
    {
        // The change to the fourth bar is from a price of zero, and too few bars follow for the average to restart.
        RecordedRun run = Scenario.Of(TestBar.Flat(10, 11, 0, 12, 13), Plan.Idle)
            .WithIndicators("main", Indicators.Ema(2).Of(Indicators.Roc(1)), Indicators.Ema(2)).Run();

        RunWarning warning = Assert.Single(run.Result.Warnings);
        Assert.Equal("undefined_indicator", warning.Code);
        Assert.Contains("ExponentialMovingAverage(2) of A since 2020-01-05", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_chain_the_indicator_it_began_with_is_named()
    {
        RecordedRun run = Scenario.Of(TestBar.Flat(10, 11, 12, 13, 0, 10), Plan.Idle)
            .WithIndicators("main", Indicators.Ema(2).Of(Indicators.Roc(1))).Run();

        Assert.Contains("RateOfChange(1) of A since 2020-01-07", Assert.Single(run.Result.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_has_a_value_again_is_not() => Assert.Empty(
        Scenario.Of(TestBar.Flat(10, 11, 0, 12, 13, 14, 15, 16), Plan.Idle)
            .WithIndicators("main", Indicators.Ema(2).Of(Indicators.Roc(1))).Run().Result.Warnings);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100)]
    public void It_is_the_same_bar_however_the_data_is_cut(int bars)
    {
        RecordedRun run = Scenario.Of(TestBar.Flat([10, 11, 0, .. Enumerable.Repeat(0.0, 20)]), Plan.Idle)
            .WithIndicators("main", Indicators.Roc(1)).Run(new RunOptions { ChunkBytes = bars * 64 });

        Assert.Contains("RateOfChange(1) of A since 2020-01-05", Assert.Single(run.Result.Warnings).Message, StringComparison.Ordinal);
    }
}
