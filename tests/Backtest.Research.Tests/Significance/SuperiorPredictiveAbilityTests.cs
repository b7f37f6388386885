using System.Text.Json;
using Backtest.Research;

namespace Backtest.Tests;

public sealed class SuperiorPredictiveAbilityTests
{
    private static readonly JsonElement Expected = ResearchFigures.Expected.GetProperty("reality_check_and_spa");

    private readonly SuperiorPredictiveAbility _test =
        SuperiorPredictiveAbility.Of(ResearchFigures.Returns.Above(ResearchFigures.Benchmark), ResearchFigures.Resamples);

    [Fact]
    public void The_reality_check_is_that_of_the_figures()
    {
        Assert.Equal(Expected.GetProperty("reality_check").GetProperty("statistic").GetDouble(), _test.RealityCheckStatistic, 1e-9);
        Assert.Equal(Expected.GetProperty("reality_check").GetProperty("p").GetDouble(), _test.RealityCheck);
    }

    [Fact]
    public void Superior_predictive_ability_is_studentized_and_that_of_the_figures()
    {
        Assert.Equal(Expected.GetProperty("spa_statistic").GetDouble(), _test.Statistic, 1e-9);
        Assert.Equal(Expected.GetProperty("spa_lower").GetDouble(), _test.Lower);
        Assert.Equal(Expected.GetProperty("spa_consistent").GetDouble(), _test.Consistent);
        Assert.Equal(Expected.GetProperty("spa_upper").GetDouble(), _test.Upper);
    }

    [Fact]
    public void Variances_count_all_lags_as_the_bootstrap_does()
    {
        Assert.Equal(12, _test.Variances.Count);
        foreach ((double variance, JsonElement expected) in _test.Variances.Zip(Expected.GetProperty("variances").EnumerateArray()))
            Assert.Equal(1, variance / expected.GetDouble(), 1e-9);
    }

    [Fact]
    public void Whether_vectors_are_filled_does_not_matter()
    {
        TrialReturns above = ResearchFigures.Returns.Above(ResearchFigures.Benchmark);
        double[] alone = [.. Enumerable.Range(0, 500).Select(period => above.InPeriod(period)[10])];

        SuperiorPredictiveAbility one = SuperiorPredictiveAbility.Of(new TrialReturns(alone, 1), Resamples.Stationary(500, 37, 10, seed: 3));
        SuperiorPredictiveAbility twice =
            SuperiorPredictiveAbility.Of(new TrialReturns([.. alone.SelectMany(value => new[] { value, value })], 2), Resamples.Stationary(500, 37, 10, seed: 3));

        Assert.Equal((one.Statistic, one.Consistent, one.RealityCheck), (twice.Statistic, twice.Consistent, twice.RealityCheck));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)] // an odd number, so that one has no partner
    [InlineData(20)]
    public void Figures_are_the_same_on_any_number_of_threads(int strategies)
    {
        var returns = new TrialReturns(BacktestOverfittingTests.Noise(seed: 5, periods: 600, strategies), strategies);

        SuperiorPredictiveAbility one = SuperiorPredictiveAbility.Of(returns, Resamples.Stationary(600, 401, 4, seed: 3));
        SuperiorPredictiveAbility many = SuperiorPredictiveAbility.Of(returns, Resamples.Stationary(600, 401, 4, seed: 3, workers: 4), workers: 4);

        Assert.Equal(one.Variances, many.Variances);
        Assert.Equal(one with { Variances = [] }, many with { Variances = [] });
    }

    [Fact]
    public void A_mean_in_a_resample_is_that_of_the_periods_drawn()
    {
        const int Strategies = 5;
        var returns = new TrialReturns(BacktestOverfittingTests.Noise(seed: 6, periods: 300, Strategies), Strategies);
        int[][] draws = [.. Enumerable.Range(0, 90).Select(number => StationaryBootstrap.Draw(300, restart: 0.25, seed: 8, number))];
        double root = Math.Sqrt(300);
        double[] greatest = [.. draws.Select(draw => Enumerable.Range(0, Strategies).Max(strategy =>
            root * (draw.Average(period => returns.InPeriod(period)[strategy]) - returns.OfStrategy(strategy).Average())))];

        SuperiorPredictiveAbility test = SuperiorPredictiveAbility.Of(returns, new Resamples(300, 90, restart: 0.25, draws));

        Assert.Equal(greatest.Count(value => value > test.RealityCheckStatistic) / 90.0, test.RealityCheck, 1e-12);
    }

    [Theory]
    [InlineData(37, 500, 10)] // a number of resamples that is no multiple of a vector
    [InlineData(40, 300, 1)] // each period is drawn separately
    [InlineData(40, 301, 1.33)]
    [InlineData(8, 9, 4)] // blocks that wrap around the end
    public void Resamples_drawn_together_are_those_drawn_one_by_one(int count, int periods, double blockLength)
    {
        var alone = new Resamples(
            periods, count, 1 / blockLength, Enumerable.Range(0, count).Select(number => StationaryBootstrap.Draw(periods, 1 / blockLength, seed: 11, number)));
        Resamples together = Resamples.Stationary(periods, count, blockLength, seed: 11);

        // Adding a constant to all returns moves the statistic past the means of the resamples one by one.
        double[] noise = BacktestOverfittingTests.Noise(seed: 4, periods, strategies: 1);
        for (double edge = -0.5; edge < 0.5; edge += 0.001)
        {
            var returns = new TrialReturns([.. noise.Select(value => value + edge)], strategies: 1);
            Assert.Equal(SuperiorPredictiveAbility.Of(returns, alone).RealityCheck, SuperiorPredictiveAbility.Of(returns, together).RealityCheck);
        }
    }

    [Fact]
    public void A_strategy_that_is_the_benchmark_is_no_better()
    {
        var nothing = new TrialReturns(new double[50], 1);

        SuperiorPredictiveAbility test = SuperiorPredictiveAbility.Of(nothing, Resamples.Stationary(50, 20, 2, seed: 1));

        Assert.Equal(0, test.Statistic);
        Assert.Equal([0], test.Variances);
    }

    [Fact]
    public void A_plain_edge_is_significant_and_noise_is_seldom()
    {
        double[] noise = BacktestOverfittingTests.Noise(seed: 2, periods: 300, strategies: 20);
        Resamples resamples = Resamples.Stationary(300, 300, 2, seed: 2);

        Assert.Equal(0, SuperiorPredictiveAbility.Of(new TrialReturns([.. noise.Select((value, i) => i % 20 == 4 ? value + 1 : value)], 20), resamples).Consistent);
        Assert.InRange(SuperiorPredictiveAbility.Of(new TrialReturns(noise, 20), resamples).Consistent, 0.01, 1);
    }

    [Fact]
    public void Resamples_of_other_periods_are_refused() => Assert.Throws<ArgumentException>(
        () => SuperiorPredictiveAbility.Of(ResearchFigures.Returns, Resamples.Stationary(499, 10, 2, seed: 0)));
}
