namespace Backtest.Benchmarks;

/// <summary>One row: a fused loop and the engine doing the same work.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Work">How many times: bars, rows, or observations and steps.</param>
/// <param name="Goal">The greatest ratio wanted, or the least rate.</param>
/// <param name="Fused">The loop; what it comes to.</param>
/// <param name="Engine">The engine; it comes to the same.</param>
internal sealed record Comparison(string Name, long Work, string Goal, Func<object> Fused, Func<object> Engine)
{
    /// <summary>Runs both by turns and takes medians of processor time, which on a shared machine waver less than those of the clock.</summary>
    /// <exception cref="InvalidOperationException">The two do not come to the same.</exception>
    public Measurement Measure(int rounds)
    {
        var fused = new List<double>();
        var engine = new List<double>();
        long bytes = 0;
        for (int round = 0; round < rounds; round++)
        {
            (double fusedTime, object expected) = Time(Fused);
            long before = GC.GetTotalAllocatedBytes(precise: true);
            (double engineTime, object actual) = Time(Engine);
            bytes = GC.GetTotalAllocatedBytes(precise: true) - before;
            if (!expected.Equals(actual))
                throw new InvalidOperationException($"{Name}: the fused loop came to {expected}, the engine to {actual}");
            fused.Add(fusedTime);
            engine.Add(engineTime);
        }

        return new Measurement(Median(fused) / Work, Median(engine) / Work, (double)bytes / Work);
    }

    private static (double Nanoseconds, object Result) Time(Func<object> run)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        object result = run();
        return ((Environment.CpuUsage.TotalTime - before).TotalNanoseconds, result);
    }

    private static double Median(List<double> times)
    {
        times.Sort();
        return times[times.Count / 2];
    }
}
