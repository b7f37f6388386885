using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Tests;

/// <summary>Tails are found without sorting, and equal those of sorted returns.</summary>
public sealed class TailTests
{
    private static readonly DateOnly Start = new(2000, 1, 1);

    public static TheoryData<string, int> Returns()
    {
        var data = new TheoryData<string, int>();
        foreach (string kind in new[] { "even", "mostly flat", "alike", "falling", "worst every 16 days", "best every 16 days", "calm every 16 days" })
        {
            foreach (int count in new[] { 1, 2, 3, 21, 1023, 1024, 5000 })
                data.Add(kind, count);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Returns))]
    public void Tails_are_those_of_sorted_returns(string kind, int count)
    {
        EquityCurve curve = EquityCurve.FromReturns(Start, [.. Make(kind, count).Select((value, i) => new DailyReturn(Start.AddDays(i + 1), value))]);
        double[] returns = curve.Returns();
        double[] sorted = [.. returns.Order()];
        double low = Quantile(sorted, 0.05);
        double high = Quantile(sorted, 1 - 0.05);

        PerformanceMetrics metrics = PerformanceMetrics.Of(curve, new MetricsConfig());

        Assert.Equal(Math.Max(0, -low), metrics.ValueAtRisk95);
        Assert.Equal(Math.Max(0, -returns.Where(value => value <= low).Average()), metrics.ConditionalValueAtRisk95!.Value, 1e-15);
        if (count > 1)
            Assert.Equal(low == 0 ? null : Math.Abs(high) / Math.Abs(low), metrics.Daily!.TailRatio);
    }

    [Theory]
    [MemberData(nameof(Returns))]
    public void What_follows_from_returns_alone_is_the_same_to_the_last_bit(string kind, int count)
    {
        EquityCurve curve = EquityCurve.FromReturns(Start, [.. Make(kind, count).Select((value, i) => new DailyReturn(Start.AddDays(i + 1), value))]);
        foreach (double riskFreeRate in new[] { 0, 0.03 })
        {
            PerformanceMetrics metrics = PerformanceMetrics.Of(curve, new MetricsConfig { RiskFreeRate = riskFreeRate, PeriodsPerYear = 252 });
            foreach (string name in ReturnMetric.Names.Except(["total_return", "max_drawdown"])) // these compound the returns again
                Assert.Equal(Metric.All.Single(metric => metric.Name == name).Of(metrics), ReturnMetric.Of(name, curve.Returns(), riskFreeRate, 252));
        }
    }

    private static IEnumerable<double> Make(string kind, int count)
    {
        var random = new Random(3);
        return Enumerable.Range(0, count).Select(day => kind switch
        {
            "even" => Move(),
            "mostly flat" => random.Next(50) == 0 ? Move() : 0,
            "alike" => 0.001,
            "falling" => 0.01 - (day * 1e-6),
            "worst every 16 days" => day % 16 == 0 ? Move() - 0.1 : Move(),
            "best every 16 days" => day % 16 == 0 ? Move() + 0.1 : Move(),
            _ => day % 16 == 0 ? 0 : Move(),
        });

        double Move() => (random.NextDouble() - 0.5) * 0.02;
    }

    private static double Quantile(double[] sorted, double probability)
    {
        double place = (sorted.Length - 1) * probability;
        int below = (int)place;
        double next = sorted[Math.Min(below + 1, sorted.Length - 1)];
        return sorted[below] + ((place - below) * (next - sorted[below]));
    }
}
