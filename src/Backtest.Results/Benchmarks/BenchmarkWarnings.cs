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
                $"the run shares fewer than three days with its benchmark, {benchmark.Name}, so there are no figures beside it",
                "Name a benchmark over the same time.");
        }

        if (benchmark.IsPrice && total.Dividends != 0)
        {
            yield return new RunWarning(
                "benchmark_without_dividends",
                $"the run was paid dividends, and those of its benchmark, {benchmark.Name}, are not in its prices",
                "Compare with a total return series, or set data.adjustment: all.");
        }
    }
}
