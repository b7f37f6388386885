using System.Diagnostics;
using System.Globalization;
using Backtest.Plugins.MovingAverageCross;

namespace Backtest.Benchmarks;

/// <summary>Measures every row in about a minute: accurate enough for a ratio, but not to the percent.</summary>
internal static class QuickReport
{
    private const int Rounds = 9;

    /// <summary>Measures and prints.</summary>
    public static async Task Print(TextWriter output)
    {
        await output.WriteLineAsync(Line("row", "fused ns", "engine ns", "ratio", "M/s", "bytes", "goal"));
        PreloadedBars one = PreloadedBars.Synthetic(symbols: 1, bars: 500_000, Timeframe.Minute);
        PreloadedBars fifty = PreloadedBars.Synthetic(symbols: 50, bars: 10_000, Timeframe.Minute);
        PreloadedBars many = PreloadedBars.Synthetic(symbols: 500, bars: 1_000, Timeframe.Day);
        PreloadedBars tree = PreloadedBars.Synthetic(symbols: 1, bars: 100_000, Timeframe.Minute);
        PreloadedBars days = PreloadedBars.Synthetic(symbols: 1, bars: 200_000, Timeframe.Day);
        PreloadedBars ragged = PreloadedBars.Ragged(symbols: 500, bars: 1_000, isApart: false);
        PreloadedBars apart = PreloadedBars.Ragged(symbols: 500, bars: 1_000, isApart: true);
        var training = new TrainingRun(PreloadedBars.Synthetic(symbols: 1, bars: 20_001, Timeframe.Day));
        var reading = new ReadingRun(days);
        using var catalog = new CatalogRun(symbols: 1, bars: 500_000);
        Comparison[] rows =
        [
            new("one instrument, cross", 500_000, "<= 2 x", () => CrossLoop.Simple(one), () => Outcome.Of(CrossRun.Run(one, AverageKind.Sma))),
            new("whole tree", 100_000, "<= 3 x, >= 2 M/s", () => TreeLoop.Run(tree), () => Outcome.Of(TreeRun.Run(tree))),
            new("50 instruments, cross", 500_000, "", () => CrossLoop.Exponential(fifty), () => Outcome.Of(CrossRun.Run(fifty, AverageKind.Ema))),
            new("500 instruments, cross", 500_000, ">= 5 M/s", () => CrossLoop.Exponential(many), () => Outcome.Of(CrossRun.Run(many, AverageKind.Ema))),
            new("500 ragged, merged", 450_000, "", () => HeapMerge.Run(ragged.Columns), () => MergeRun.Run(ragged)),
            new("500 apart, merged", 500_000, "", () => HeapMerge.Run(apart.Columns), () => MergeRun.Run(apart)),
            new("CSV rows", reading.Rows, ">= 4 M/s", () => reading.Fused(), () => reading.Engine()),
            new("CSV rows to a catalog", reading.Rows, ">= 1.5 M/s", () => reading.FusedImport(), () => reading.Import()),
            new("catalog bars", catalog.Bars, ">= 10 M/s", () => catalog.Fused(), () => catalog.Engine()),
            new("HMM, observation and step", training.Work, "<= 100 ns", () => training.Fused(), () => training.Engine()),
        ];
        foreach (Comparison row in rows)
        {
            Measurement measured = row.Measure(Rounds);
            await output.WriteLineAsync(Line(
                row.Name, Number(measured.FusedNanoseconds), Number(measured.EngineNanoseconds), Number(measured.Ratio),
                Number(measured.MillionsPerSecond), Number(measured.EngineBytes), row.Goal));
        }

        reading.DeleteFile();
        await OrderReport.Print(output);
        await PrintRanking(output, many);
        await PrintBuilding(output);
        await TrialsReport.Print(output);
        await PrintPlugins(output);
        await PrintStreaming(output);
        await WholeProcess.Print(output);
    }

    private static async Task PrintRanking(TextWriter output, PreloadedBars bars)
    {
        var times = new List<double>();
        for (int round = 0; round < Rounds; round++)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            RankingRun.Run(bars);
            times.Add((Environment.CpuUsage.TotalTime - before).TotalNanoseconds / bars.Columns.Sum(series => series.Count));
        }

        times.Sort();
        await output.WriteLineAsync(FormattableString.Invariant(
            $"500 instruments, ranked: {times[Rounds / 2]:F1} ns a bar, {1000 / times[Rounds / 2]:F1} M/s (>= 5)"));
    }

    private static async Task PrintBuilding(TextWriter output)
    {
        var building = new BuildingRun();
        var times = new List<double>();
        for (int i = 0; i < 200; i++)
        {
            long start = Stopwatch.GetTimestamp();
            building.Build();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        await output.WriteLineAsync(FormattableString.Invariant(
            $"building the tree: {times[times.Count / 2]:F2} ms (<= 1), {building.BytesPerPortfolio() / 1000.0:F1} KB for a portfolio (<= 100)"));
    }

    private static async Task PrintPlugins(TextWriter output)
    {
        if (BuiltTool.Folder is not { } built)
            return;
        var plugins = new PluginRun(Path.Combine(built, "plugins"));
        (double first, double later) = FirstAndLater(() =>
        {
            long start = Stopwatch.GetTimestamp();
            plugins.List();
            return Stopwatch.GetElapsedTime(start);
        });
        await output.WriteLineAsync(FormattableString.Invariant($"listing 100 plugin folders: {first:F1} ms at first, {later:F1} ms then (<= 150)"));
        (first, later) = FirstAndLater(plugins.Load);
        await output.WriteLineAsync(FormattableString.Invariant($"loading a plugin: {first:F1} ms at first, {later:F1} ms then (<= 50)"));
        plugins.DeleteFolders();
    }

    private static (double First, double Later) FirstAndLater(Func<TimeSpan> run)
    {
        double first = run().TotalMilliseconds;
        double[] later = [.. Enumerable.Range(0, Rounds).Select(_ => run().TotalMilliseconds).Order()];
        return (first, later[Rounds / 2]);
    }

    private static async Task PrintStreaming(TextWriter output)
    {
        (long shorter, long longer) = (await StreamingRun.PeakOf(16_000), await StreamingRun.PeakOf(64_000));
        await output.WriteLineAsync(FormattableString.Invariant(
            $"500 instruments streamed: {shorter / 1e6:F0} MB at 16,000 bars each, {longer / 1e6:F0} MB at 64,000 (no growth)"));
    }

    private static string Line(params string[] cells) => string.Create(
        CultureInfo.InvariantCulture,
        $"{cells[0],-28}{cells[1],10}{cells[2],11}{cells[3],8}{cells[4],8}{cells[5],8}  {cells[6]}");

    private static string Number(double value) => value.ToString("F1", CultureInfo.InvariantCulture);
}
