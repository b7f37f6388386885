using System.Text.Json;
using Backtest.Research;
using Backtest.Results;

namespace Backtest.Tests;

public sealed class DeflatedSharpeTests
{
    [Fact]
    public void Examples_with_annual_ratios_are_those_of_the_figures()
    {
        foreach (JsonElement figures in ResearchFigures.Expected.GetProperty("deflated_sharpe").EnumerateArray())
        {
            double Of(string name) => figures.GetProperty(name).GetDouble();
            var best = new SharpeEstimate(Of("sharpe_annual") / Math.Sqrt(Of("periods")), figures.GetProperty("T").GetInt32(), Of("skew"), Of("kurtosis"));

            Assert.Equal(Of("value"), DeflatedSharpe.Of(best, Of("trials"), Of("variance_annual") / Of("periods")).Probability, 1e-9);
        }
    }

    [Fact]
    public void The_best_of_twelve_strategies_is_deflated_as_the_figures_are()
    {
        JsonElement figures = ResearchFigures.Expected.GetProperty("returns_csv_deflated");
        SharpeEstimate[] estimates = [.. Enumerable.Range(0, 12).Select(strategy => SharpeEstimate.Of(ResearchFigures.Returns.OfStrategy(strategy))!.Value)];
        double mean = estimates.Average(estimate => estimate.Sharpe);
        double variance = estimates.Sum(estimate => (estimate.Sharpe - mean) * (estimate.Sharpe - mean)) / 11;

        DeflatedSharpe deflated = DeflatedSharpe.Of(estimates.MaxBy(estimate => estimate.Sharpe), trials: 12, variance);

        Assert.Equal(figures.GetProperty("variance_of_sharpes_sample").GetDouble(), variance, 1e-9);
        Assert.Equal(figures.GetProperty("reference").GetDouble(), deflated.Reference, 1e-9);
        Assert.Equal(figures.GetProperty("dsr").GetDouble(), deflated.Probability, 1e-9);
    }

    [Fact]
    public void One_trial_is_judged_against_zero()
    {
        var estimate = new SharpeEstimate(0.1, 400, -0.3, 4);

        DeflatedSharpe deflated = DeflatedSharpe.Of(estimate, trials: 1, variance: 0.01);

        Assert.Equal(0, deflated.Reference);
        Assert.Equal(estimate.Probability(0), deflated.Probability);
    }

    [Fact]
    public void The_minimum_backtest_length_is_that_of_the_figures()
    {
        foreach (JsonElement figures in ResearchFigures.Expected.GetProperty("minimum_backtest_length_years").EnumerateArray())
        {
            double years = DeflatedSharpe.MinimumBacktestYears(
                figures.GetProperty("trials").GetDouble(), figures.GetProperty("expected_max_sharpe_annual").GetDouble());
            Assert.Equal(figures.GetProperty("value").GetDouble(), years, 1e-9);
        }
    }

    [Fact]
    public void Trials_that_are_copies_count_as_one()
    {
        double[] values = [.. Enumerable.Range(0, 500).SelectMany(period => Enumerable.Repeat(ResearchFigures.Benchmark[period], 4))];

        double? correlation = EffectiveTrials.MeanCorrelation(new TrialReturns(values, 4));

        Assert.Equal(1, correlation!.Value, 1e-12);
        Assert.Equal(1, EffectiveTrials.Of(correlation.Value, 4), 1e-9);
    }

    [Fact]
    public void The_mean_correlation_is_that_of_all_pairs()
    {
        double[][] series = [.. Enumerable.Range(0, 12).Select(ResearchFigures.Returns.OfStrategy)];
        double[] pairs = [.. from first in Enumerable.Range(0, 12) from second in Enumerable.Range(0, first) select Correlation(series[first], series[second])];

        Assert.Equal(pairs.Average(), EffectiveTrials.MeanCorrelation(ResearchFigures.Returns)!.Value, 1e-12);
    }

    [Fact]
    public void Strategies_that_do_not_vary_have_no_correlation() =>
        Assert.Null(EffectiveTrials.MeanCorrelation(new TrialReturns([0, 0.1, 0, 0.2, 0, -0.1], 2)));

    private static double Correlation(double[] first, double[] second)
    {
        double a = first.Average();
        double b = second.Average();
        double product = first.Zip(second).Sum(pair => (pair.First - a) * (pair.Second - b));
        return product / Math.Sqrt(first.Sum(value => (value - a) * (value - a)) * second.Sum(value => (value - b) * (value - b)));
    }
}
