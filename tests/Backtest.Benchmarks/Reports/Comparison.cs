namespace Backtest.Benchmarks;

/// <summary>One row: a fused loop and the engine doing the same work.</summary>
/// <param name="Name">The name of the work.</param>
/// <param name="Work">The amount of work: bars, rows, or observations times steps.</param>
/// <param name="Goal">The maximum ratio, or the minimum rate.</param>
/// <param name="Fused">Runs the loop and returns its result.</param>
/// <param name="Engine">Runs the engine, with the same result.</param>
internal sealed record Comparison(string Name, long Work, string Goal, Func<object> Fused, Func<object> Engine)
{
    /// <summary>Alternates between both and takes medians of processor time, which varies less than wall-clock time on a shared machine.</summary>
    /// <exception cref="InvalidOperationException">The results differ.</exception>
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
