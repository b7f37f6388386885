using System.Diagnostics;
using System.Globalization;
using Backtest.Research;
using Backtest.Results;

namespace Backtest.Benchmarks;

/// <summary>
/// Measures the cost of significance tests, and whether they are right as often as they claim, on synthetic returns with a known truth.
/// </summary>
internal static class SignificanceReport
{
    private const int Repetitions = 1000;

    /// <summary>Measures and prints.</summary>
    public static void Print(TextWriter output)
    {
        TrialReturns small = Normal(seed: 1, periods: 1000, strategies: 200);
        output.WriteLine(FormattableString.Invariant(
            $"CSCV of 200 strategies x 1,000 rows x 12,870 splits: {Seconds(() => BacktestOverfitting.Of(small)):F2} s (<= 1)"));
        TrialReturns large = Normal(seed: 2, periods: 2500, strategies: 1000);
        output.WriteLine(FormattableString.Invariant(
            $"SPA of 1,000 strategies x 2,500 rows x 1,000 resamples, drawing included: {Seconds(() => SuperiorPredictiveAbility.Of(large, Resamples.Stationary(2500, 1000, 10, seed: 1, workers: 2), workers: 2)):F2} s (<= 2)"));
        Noise(output);
        double edge = Enumerable.Range(0, 100).Average(seed => BacktestOverfitting.Of(Normal(seed, 1000, 50, i => i == 7 ? 0.25 : 0)).Probability);
        output.WriteLine(FormattableString.Invariant($"an edge of 0.25 deviations a day among 50 strategies, 100 times: mean PBO {edge:F4} (<= 0.01)"));
        output.WriteLine(FormattableString.Invariant($"50 strategies of mean 0, {Repetitions:N0} times: SPA rejects at 5 % in {Rejections(_ => 0):P1} (3 % to 7 %)"));
        output.WriteLine(FormattableString.Invariant(
            $"half of them of mean -0.1 deviations: SPA rejects at 5 % in {Rejections(i => i % 2 == 0 ? -0.1 : 0):P1} (<= 7 %)"));
    }

    private static void Noise(TextWriter output)
    {
        const int Strategies = 20;
        double overfitting = 0;
        int deflated = 0;
        for (int seed = 0; seed < Repetitions; seed++)
        {
            TrialReturns returns = Normal(seed, 500, Strategies);
            overfitting += BacktestOverfitting.Of(returns).Probability / Repetitions;
            SharpeEstimate[] estimates = [.. Enumerable.Range(0, Strategies).Select(strategy => SharpeEstimate.Of(returns.OfStrategy(strategy))!.Value)];
            double mean = estimates.Average(estimate => estimate.Sharpe);
            double variance = estimates.Sum(estimate => (estimate.Sharpe - mean) * (estimate.Sharpe - mean)) / (Strategies - 1);
            deflated += DeflatedSharpe.Of(estimates.MaxBy(estimate => estimate.Sharpe), Strategies, variance).Probability > 0.95 ? 1 : 0;
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Repetitions:N0} sweeps of noise, 20 trials x 500 days: mean PBO {overfitting:F3} (0.5 ± 0.05), deflated Sharpe above 0.95 in {deflated / (double)Repetitions:P1} (<= 5 %)"));
    }

    private static double Rejections(Func<int, double> mean)
    {
        int rejected = 0;
        for (int seed = 0; seed < Repetitions; seed++)
        {
            Resamples resamples = Resamples.Stationary(250, 500, blockLength: 2, (ulong)seed);
            rejected += SuperiorPredictiveAbility.Of(Normal(seed, 250, 50, mean), resamples).Consistent < 0.05 ? 1 : 0;
        }

        return rejected / (double)Repetitions;
    }

    private static TrialReturns Normal(int seed, int periods, int strategies, Func<int, double>? mean = null)
    {
        var random = new Random(seed);
        double[] values = new double[periods * strategies];
        for (int i = 0; i < values.Length; i++)
        {
            double normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            values[i] = normal + (mean?.Invoke(i % strategies) ?? 0);
        }

        return new TrialReturns(values, strategies);
    }

    /// <summary>The minimum of three.</summary>
    private static double Seconds(Action work)
    {
        double least = double.PositiveInfinity;
        for (int round = 0; round < 3; round++)
        {
            long start = Stopwatch.GetTimestamp();
            work();
            least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return least;
    }
}
