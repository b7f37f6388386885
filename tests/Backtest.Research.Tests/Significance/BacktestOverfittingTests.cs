using System.Text.Json;
using Backtest.Research;

namespace Backtest.Tests;

public sealed class BacktestOverfittingTests
{
    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 8)]
    [InlineData(2, 10)]
    public void Splits_ranks_and_regression_are_those_of_the_figures(int place, int blocks)
    {
        JsonElement figures = ResearchFigures.Expected.GetProperty("pbo")[place];

        // The figures leave out the newest periods that fill no block, and we leave out the oldest, so both are given a multiple of the blocks.
        BacktestOverfitting overfitting = BacktestOverfitting.Of(Periods(0, 500 / blocks * blocks), blocks);

        Assert.Equal(figures.GetProperty("splits").GetInt32(), overfitting.Splits);
        Assert.Equal(figures.GetProperty("pbo").GetDouble(), overfitting.Probability);
        Assert.Equal(figures.GetProperty("probability_of_loss").GetDouble(), overfitting.ProbabilityOfLoss);
        Assert.Equal(figures.GetProperty("logits_mean").GetDouble(), overfitting.Logits.Average(), 1e-9);
        Assert.Equal(figures.GetProperty("degradation_slope").GetDouble(), overfitting.DegradationSlope!.Value, 1e-9);
        Assert.Equal(figures.GetProperty("degradation_intercept").GetDouble(), overfitting.DegradationIntercept!.Value, 1e-9);
        foreach ((double logit, JsonElement expected) in overfitting.Logits.Zip(figures.GetProperty("first_ten_logits").EnumerateArray()))
            Assert.Equal(expected.GetDouble(), logit, 1e-9);
    }

    [Fact]
    public void The_oldest_periods_that_fill_no_block_are_left_out()
    {
        TrialReturns newest = Periods(4, 496); // 16 blocks of 31

        Assert.Equal(BacktestOverfitting.Of(newest).Logits, BacktestOverfitting.Of(ResearchFigures.Returns).Logits);
    }

    [Fact]
    public void A_strategy_that_is_always_better_is_not_overfitted()
    {
        double[] values = [.. Noise(seed: 1, periods: 320, strategies: 5).Select((value, index) => index % 5 == 3 ? value + 3 : value)];

        BacktestOverfitting overfitting = BacktestOverfitting.Of(new TrialReturns(values, 5), blocks: 8);

        Assert.Equal(0, overfitting.Probability);
        Assert.Equal(0, overfitting.ProbabilityOfLoss);
    }

    [Fact]
    public void Of_noise_the_best_inside_is_about_as_often_below_the_median_outside_as_above()
    {
        double mean = Enumerable.Range(0, 40).Average(seed => BacktestOverfitting.Of(new TrialReturns(Noise(seed, 200, 50), 50), blocks: 8).Probability);

        Assert.InRange(mean, 0.4, 0.6);
    }

    [Fact]
    public void Strategies_that_never_traded_have_a_ratio_of_zero()
    {
        double[] values = [.. Noise(seed: 5, periods: 64, strategies: 2).Select((value, index) => index % 2 == 0 ? 0 : value - 1)];

        BacktestOverfitting overfitting = BacktestOverfitting.Of(new TrialReturns(values, 2), blocks: 4);

        Assert.Equal(0, overfitting.ProbabilityOfLoss);
        Assert.Null(overfitting.DegradationSlope);
    }

    [Fact]
    public void One_strategy_or_too_few_periods_cannot_be_measured()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => BacktestOverfitting.Of(new TrialReturns(new double[100], 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => BacktestOverfitting.Of(new TrialReturns(new double[62], 2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => BacktestOverfitting.Of(ResearchFigures.Returns, blocks: 7));
    }

    private static TrialReturns Periods(int from, int count) =>
        new([.. Enumerable.Range(from, count).SelectMany(period => ResearchFigures.Returns.InPeriod(period).ToArray())], strategies: 12);

    internal static double[] Noise(int seed, int periods, int strategies)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, periods * strategies)
            .Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];
    }
}
