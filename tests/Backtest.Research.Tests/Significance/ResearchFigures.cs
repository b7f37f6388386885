using System.Text.Json;
using Backtest.Research;

namespace Backtest.Tests;

/// <summary>Independently computed figures in <c>tests/Goldens/research</c>, for 500 periods of 12 strategies and a benchmark.</summary>
internal static class ResearchFigures
{
    /// <summary>The expected results.</summary>
    public static JsonElement Expected { get; } = JsonDocument.Parse(File.ReadAllText(GoldenFiles.Locate("research", "expected.json"))).RootElement;

    /// <summary>The returns of the benchmark.</summary>
    public static double[] Benchmark { get; } = [.. Rows(skippedColumns: 1).Select(row => row[0])];

    /// <summary>The returns of the strategies.</summary>
    public static TrialReturns Returns { get; } = new([.. Rows(skippedColumns: 2).SelectMany(row => row)], strategies: 12);

    /// <summary>The resamples from which the figures were computed.</summary>
    public static Resamples Resamples { get; } = new(500, 200, restart: 0.1, File.ReadLines(GoldenFiles.Locate("research", "bootstrap_indices.csv"))
        .Select(line => line.Split(',').Select(cell => int.Parse(cell, System.Globalization.CultureInfo.InvariantCulture))));

    private static IEnumerable<double[]> Rows(int skippedColumns) => GoldenFiles.Numbers(GoldenFiles.Locate("research", "returns.csv"), skippedColumns);
}
