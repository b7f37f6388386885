using System.Text.Json;
using Backtest.Results;

namespace Backtest.Tests;

/// <summary>Compares estimates with the independently computed figures in <c>tests/Goldens/research</c>.</summary>
public sealed class SharpeEstimateTests
{
    private static readonly JsonElement Expected = JsonDocument.Parse(File.ReadAllText(GoldenFiles.Locate("research", "expected.json"))).RootElement;

    // The worked example of López de Prado, Lipton and Zoonekynd (2025), with 24 months.
    private static readonly SharpeEstimate Example = new(0.036 / 0.079, Periods: 24, Skewness: -2.448, Kurtosis: 10.164);

    [Fact]
    public void Ratios_and_moments_of_returns_are_those_of_the_figures()
    {
        double[][] rows = [.. GoldenFiles.Numbers(GoldenFiles.Locate("research", "returns.csv"), skippedColumns: 2)];

        foreach ((int index, JsonElement figures) in Expected.GetProperty("returns_csv_sharpe").EnumerateArray().Index())
        {
            SharpeEstimate estimate = SharpeEstimate.Of([.. rows.Select(row => row[index])])!.Value;
            Close(figures.GetProperty("sharpe_sample"), estimate.Sharpe);
            Close(figures.GetProperty("skew_population"), estimate.Skewness);
            Close(figures.GetProperty("kurtosis_population"), estimate.Kurtosis);
            Close(figures.GetProperty("psr_vs_0"), estimate.Probability(0));
        }
    }

    [Fact]
    public void The_probabilistic_ratio_takes_raw_kurtosis()
    {
        foreach (JsonElement figures in Expected.GetProperty("probabilistic_sharpe").EnumerateArray())
        {
            Close(figures.GetProperty("value"), new SharpeEstimate(
                Of(figures, "sharpe"), figures.GetProperty("T").GetInt32(), Of(figures, "skew"), Of(figures, "kurtosis")).Probability(Of(figures, "reference")));
        }
    }

    [Fact]
    public void The_minimum_track_record_is_that_of_the_figures()
    {
        foreach (JsonElement figures in Expected.GetProperty("minimum_track_record").EnumerateArray())
        {
            double per = Of(figures, "per");
            var estimate = new SharpeEstimate(Of(figures, "sr_annual") / Math.Sqrt(per), 0, Of(figures, "skew"), Of(figures, "kurtosis"));
            Close(figures.GetProperty("years"), estimate.MinimumTrackRecord(Of(figures, "ref_annual") / Math.Sqrt(per), Of(figures, "alpha"))!.Value / per);
        }
    }

    [Fact]
    public void Under_the_null_the_variance_is_that_of_the_reference()
    {
        Assert.Equal(0.329, Math.Sqrt(Example.VarianceAt(Example.Sharpe)), 0.0005);
        Assert.Equal(0.214, Math.Sqrt((Example with { Skewness = 0, Kurtosis = 3 }).VarianceAt(Example.Sharpe)), 0.0005);
        Assert.Equal(0.987, Example.ProbabilityUnderNull(0), 0.0005);
        Assert.Equal(0.939, Example.ProbabilityUnderNull(0.1), 0.0005);
        Assert.Equal(13.029, Example.MinimumTrackRecordUnderNull(0, 0.05)!.Value, 0.0005);
    }

    [Fact]
    public void Few_with_skill_make_many_discoveries_false()
    {
        var discovery = new FalseDiscovery(Example, Reference: 0, Alternative: 0.5, Prior: 0.05);

        Assert.Equal(0.315, discovery.MissRate(0.05), 0.0005);
        Assert.Equal(0.581, discovery.PlannedRate(0.05), 0.0005);
        Assert.Equal(0.306, discovery.ObservedRate, 0.0005);
    }

    [Fact]
    public void Autocorrelation_makes_the_mean_less_sure_as_that_of_an_autoregression_is()
    {
        SharpeEstimate independent = new(0, 100, 0, 3);

        Assert.Equal((1 + 0.3) / (1 - 0.3), (independent with { Autocorrelation = 0.3 }).VarianceAt(0) / independent.VarianceAt(0), 1e-12);
    }

    [Fact]
    public void A_ratio_not_above_the_reference_is_never_sure_enough()
    {
        Assert.Null(Example.MinimumTrackRecord(Example.Sharpe, 0.05));
        Assert.Null(Example.MinimumTrackRecordUnderNull(1, 0.05));
    }

    [Fact]
    public void Returns_that_do_not_vary_have_no_ratio()
    {
        Assert.Null(SharpeEstimate.Of([0.1, 0.1, 0.1, 0.1]));
        Assert.Null(SharpeEstimate.Of([0, 0, 0]));
        Assert.Null(SharpeEstimate.Of([0.1, 0.2]));
    }

    private static double Of(JsonElement figures, string name) => figures.GetProperty(name).GetDouble();

    private static void Close(JsonElement expected, double actual) => Assert.Equal(expected.GetDouble(), actual, 1e-9);
}
