using System.Diagnostics;
using System.Globalization;
using Backtest.Configuration;
using Backtest.Data;
using Backtest.Research;

namespace Backtest.Benchmarks;

/// <summary>Measures the cost of a search beyond its trials: the ledger, returns on disk, tables and everything else.</summary>
internal static class SearchReport
{
    private const int Rounds = 7;

    /// <summary>Measures and prints.</summary>
    public static async Task Print(TextWriter output)
    {
        double ninety = double.PositiveInfinity;
        double processor = double.PositiveInfinity; // what a busy machine distorts least
        for (int round = 0; round < Rounds; round++)
        {
            TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
            ninety = Math.Min(ninety, await SecondsAsync(Text(bars: 10_000, "{from: 5, to: 45, step: 5}", "{from: 60, to: 150, step: 10}"), workers: 1));
            processor = Math.Min(processor, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
        }

        await output.WriteLineAsync(FormattableString.Invariant(
            $"a search of 90 pairs x 10,000 bars, one worker: {ninety * 1e3:F1} ms (<= 25), {processor * 1e3:F1} ms of processor time"));
        double windows = double.PositiveInfinity;
        string walked = Text(bars: 5_000, "{from: 5, to: 50, step: 5}", "{from: 60, to: 150, step: 10}")
            + "\nvalidation: {type: walk_forward, train: {days: 1000}, test: {days: 200}}";
        for (int round = 0; round < Rounds; round++)
            windows = Math.Min(windows, await SecondsAsync(walked, workers: 2));
        await output.WriteLineAsync(FormattableString.Invariant($"a walk-forward of 20 windows x 100 pairs x 5,000 bars, two workers: {windows:F2} s (<= 1.5)"));
        string many = Text(bars: 5_000, "{from: 1, to: 100, step: 1}", "{from: 101, to: 200, step: 1}");
        double one = await SecondsAsync(many, workers: 1);
        double two = await SecondsAsync(many, workers: 2);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"10,000 trials x 5,000 bars: {one:F2} s with one worker, {two:F2} s with two (<= 2), x {one / two:F2} (>= 1.8); {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB at most (<= 300)"));
    }

    private static async Task<double> SecondsAsync(string text, int workers)
    {
        string folder = Directory.CreateTempSubdirectory("backtest-").FullName;
        try
        {
            long start = Stopwatch.GetTimestamp();
            using ITrialLedger ledger = TrialLedgers.Open(Path.Combine(folder, "ledger.db"), folder);
            var experiment = new Experiment(SearchPlan.Of(RunFileTree.Parse(text, "pairs.yaml")), new BarSources(), EngineRun.Plugins);
            await experiment.ExecuteAsync(ledger, new ExperimentOptions { Directory = folder, Workers = workers });
            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Text(int bars, string fast, string slow) => $$"""
        workflow: sweep
        name: pairs
        data: {source: synthetic, symbols: [ACME], bars: {{bars}}, timeframe: 1d}
        portfolios:
          - name: main
            capital: 100000
            risk: {type: standard, parameters: {sizer: {type: percent_equity, value: 0.5} } }
            strategies: [{name: cross, type: sma-cross, parameters: {fast: 10, slow: 50, average: sma} }]
        search:
          parameters:
            fast: {path: portfolios.main.strategies.cross.parameters.fast, {{fast[1..^1]}} }
            slow: {path: portfolios.main.strategies.cross.parameters.slow, {{slow[1..^1]}} }
          best: 0
        """;
}
