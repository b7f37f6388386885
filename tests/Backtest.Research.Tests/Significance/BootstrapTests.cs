using System.Text.Json;
using Backtest.Research;

namespace Backtest.Tests;

public sealed class BootstrapTests
{
    [Fact]
    public void Automatic_block_lengths_are_those_of_the_figures()
    {
        foreach (JsonProperty figures in ResearchFigures.Expected.GetProperty("block_length").EnumerateObject())
        {
            double[] series = figures.Name == "benchmark"
                ? ResearchFigures.Benchmark
                : ResearchFigures.Returns.OfStrategy(int.Parse(figures.Name[1..], System.Globalization.CultureInfo.InvariantCulture) - 1);
            BlockLength length = BlockLength.Of(series);
            Assert.Equal(figures.Value.GetProperty("stationary").GetDouble(), length.Stationary, 1e-9);
            Assert.Equal(figures.Value.GetProperty("circular").GetDouble(), length.Circular, 1e-9);
        }
    }

    [Fact]
    public void A_series_that_does_not_vary_needs_no_blocks() => Assert.Equal(new BlockLength(1, 1), BlockLength.Of(new double[40]));

    [Fact]
    public void A_resample_has_as_many_periods_in_runs_of_the_mean_length()
    {
        const int Count = 400;
        const int Periods = 250;
        int[][] draws = [.. Enumerable.Range(0, Count).Select(number => StationaryBootstrap.Draw(Periods, restart: 0.1, seed: 9, number))];
        int restarts = draws.Sum(draw => Enumerable.Range(1, Periods - 1).Count(i => draw[i] != (draw[i - 1] + 1) % Periods));

        Assert.All(draws, draw => Assert.All(draw, period => Assert.InRange(period, 0, Periods - 1)));
        Assert.InRange(restarts / (double)(Count * (Periods - 1)), 0.095, 0.105);
        Assert.NotEqual(draws[0], draws[1]);
    }

    [Fact]
    public void Each_period_is_drawn_as_often_as_any_other()
    {
        int[] counts = new int[50];
        for (int number = 0; number < 4000; number++)
        {
            foreach (int period in StationaryBootstrap.Draw(50, restart: 0.2, seed: 4, number))
                counts[period]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 3700, 4300));
    }
}
