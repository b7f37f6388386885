using Backtest.Plugins.MovingAverageCross;

namespace Backtest.Benchmarks;

/// <summary>
/// Measures the time of an order, from its signal to its records: the difference between a run whose averages cross on every other bar and one
/// whose averages hardly do. The minimum of many short rounds counts, because other load on the machine only adds time.
/// </summary>
internal static class OrderReport
{
    private const int Rounds = 9;
    private const int Bars = 200_000;

    private static readonly (int Fast, int Slow) _often = (1, 2);
    private static readonly (int Fast, int Slow) _seldom = (9_999, 10_000);

    /// <summary>Measures and prints.</summary>
    public static async Task Print(TextWriter output)
    {
        PreloadedBars bars = PreloadedBars.Synthetic(symbols: 1, Bars, Timeframe.Minute);
        Cost fused = OfOrder(periods => CrossLoop.Simple(bars, periods.Fast, periods.Slow));
        Cost engine = OfOrder(periods => Outcome.Of(CrossRun.Run(bars, AverageKind.Sma, options: null, periods.Fast, periods.Slow)));
        await output.WriteLineAsync(FormattableString.Invariant(
            $"an order, signal to records: {engine.Nanoseconds:F0} ns, {engine.Bytes:F0} bytes; the fused loop {fused.Nanoseconds:F0} ns"));
    }

    private static Cost OfOrder(Func<(int Fast, int Slow), Outcome> run)
    {
        (Cost often, int orders) = Least(() => run(_often));
        (Cost seldom, int few) = Least(() => run(_seldom));
        return new Cost((often.Nanoseconds - seldom.Nanoseconds) / (orders - few), (often.Bytes - seldom.Bytes) / (orders - few));
    }

    private static (Cost Cost, int Orders) Least(Func<Outcome> run)
    {
        var least = new Cost(double.MaxValue, double.MaxValue);
        int orders = 0;
        for (int round = 0; round < Rounds; round++)
        {
            long bytes = GC.GetTotalAllocatedBytes(precise: true);
            TimeSpan before = Environment.CpuUsage.TotalTime;
            orders = run().Orders;
            double time = (Environment.CpuUsage.TotalTime - before).TotalNanoseconds;
            least = new Cost(Math.Min(least.Nanoseconds, time), Math.Min(least.Bytes, GC.GetTotalAllocatedBytes(precise: true) - bytes));
        }

        return (least, orders);
    }

    private readonly record struct Cost(double Nanoseconds, double Bytes);
}
