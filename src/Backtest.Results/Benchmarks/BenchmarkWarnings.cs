using Backtest.Engine;

namespace Backtest.Results;

/// <summary>Warnings about what is probably unintended in the comparison with a benchmark.</summary>
public static class BenchmarkWarnings
{
    private const int FewestReturns = 2;

    /// <summary>The warnings.</summary>
    /// <param name="benchmark">The benchmark, or null.</param>
    /// <param name="total">The metrics of the run.</param>
    public static IEnumerable<RunWarning> Of(Benchmark? benchmark, PerformanceMetrics total)
    {
        if (benchmark is null)
            yield break;
        if (total.Benchmark is not { ComparedReturns: >= FewestReturns })
        {
            yield return new RunWarning(
                "benchmark_without_days",
                $"the run has fewer than three days in common with its benchmark, {benchmark.Name}, so there are no figures relative to it",
                "Use a benchmark over the same period.");
        }

        if (benchmark.IsPrice && total.Dividends != 0)
        {
            yield return new RunWarning(
                "benchmark_without_dividends",
                $"the run received dividends, but the prices of its benchmark, {benchmark.Name}, do not include any",
                "Compare with a total return series, or set data.adjustment: all.");
        }
    }
}
