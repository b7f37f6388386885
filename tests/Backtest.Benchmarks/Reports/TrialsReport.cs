namespace Backtest.Benchmarks;

/// <summary>Measures the cost of many runs on the same data, on one core.</summary>
internal static class TrialsReport
{
    private const int Rounds = 9;
    private const int Trees = 1_000;
    private const int TreeBars = 2_000;

    /// <summary>Measures and prints.</summary>
    public static async Task Print(TextWriter output)
    {
        PreloadedBars bars = PreloadedBars.Synthetic(symbols: 1, bars: 10_000, Timeframe.Day);
        IReadOnlyList<WorkflowConfig> pairs = TrialsRun.Pairs(bars);
        double summaries = Milliseconds(() => TrialsRun.Execute(pairs, bars, new PassOptions { HasHashes = false }));
        double hashes = Milliseconds(() => TrialsRun.Execute(pairs, bars, new PassOptions()));
        await output.WriteLineAsync(FormattableString.Invariant(
            $"90 pairs x 10,000 bars: {summaries:F1} ms summed up (<= 20), {hashes:F1} ms with hashes (<= 40)"));
        PreloadedBars minutes = PreloadedBars.Synthetic(symbols: 1, bars: 10_000, Timeframe.Minute);
        IReadOnlyList<WorkflowConfig> same = TrialsRun.Pairs(minutes);
        double inMinutes = Milliseconds(() => TrialsRun.Execute(same, minutes, new PassOptions { HasHashes = false }));
        double alone = Milliseconds(() => Results(same, minutes));
        await output.WriteLineAsync(FormattableString.Invariant($"the same of minutes, with few days to sum up: {inMinutes:F1} ms, {alone:F1} ms without summaries"));

        PreloadedBars few = PreloadedBars.Synthetic(symbols: 1, bars: TreeBars, Timeframe.Day);
        IReadOnlyList<WorkflowConfig> trees = TrialsRun.Trees(few, Trees);
        double one = Milliseconds(() => TrialsRun.Execute([trees[0]], few, new PassOptions { HasHashes = false }));
        double all = Milliseconds(() => TrialsRun.Execute(trees, few, new PassOptions { HasHashes = false }));
        await output.WriteLineAsync(FormattableString.Invariant(
            $"1,000 trees x 2,000 bars, classifiers shared: {(all - one) * 1e6 / (Trees - 1) / TreeBars:F0} ns a trial and bar (<= 150), {one:F0} ms for the first"));

        (double microseconds, double kilobytes) = Building(pairs);
        await output.WriteLineAsync(FormattableString.Invariant(
            $"building a trial of one portfolio, without hashes: {microseconds:F1} us (<= 30), {kilobytes:F1} KB (<= 20)"));
    }

    private static IReadOnlyList<TrialOutcome> Results(IReadOnlyList<WorkflowConfig> trials, PreloadedBars bars) =>
        new Coordinator(EngineRun.Managers(bars)).ExecuteTrialsAsync(
            [.. trials.Select(config => new TrialRequest(config))], new PassOptions { HasHashes = false }).GetAwaiter().GetResult();

    /// <summary>The cost of an additional trial before its first bar.</summary>
    private static (double Microseconds, double Kilobytes) Building(IReadOnlyList<WorkflowConfig> pairs)
    {
        PreloadedBars bars = PreloadedBars.Synthetic(symbols: 1, bars: 1, Timeframe.Day);
        using OpenData data = OpenData.Open(bars, pairs[0].Data, CancellationToken.None);
        double bytes = 0;
        double all = Milliseconds(() =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            PassKind kind = data.KindOf(pairs[0]);
            var factory = new DataPassFactory(data.Begin(kind, bars, [EngineRun.Plugins], hasHashes: false, CancellationToken.None), kind);
            foreach (WorkflowConfig config in pairs)
            {
                data.KindOf(config);
                factory.Add(config);
            }

            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            return factory;
        });
        return (all * 1000 / pairs.Count, bytes / 1000 / pairs.Count);
    }

    /// <summary>The median of processor time, which varies less than wall-clock time on a shared machine.</summary>
    private static double Milliseconds(Func<object> run)
    {
        run();
        var times = new List<double>();
        for (int round = 0; round < Rounds; round++)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            run();
            times.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }

        times.Sort();
        return times[Rounds / 2];
    }
}
