using System.Globalization;
using Backtest.Configuration;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>
/// Validation: one run of what was found on the held-out days, in which parameters and weights switch as the regime changes, compared with buying
/// and holding. It is a look at these days, and is counted.
/// </summary>
internal sealed class HoldoutStep(StepContext context)
{
    private const double Level = 0.05;
    private const int FewestDays = 30;

    /// <summary>Executes the run.</summary>
    public async Task<StepOutput> RunAsync(StepInput input, StepFolder folder, CancellationToken cancellation)
    {
        WorkflowConfig run = context.Plan.Run(input.Sets, isLook: true);
        run = run with
        {
            Benchmark = run.Benchmark ?? run.Data.SelectMany(source => source.Symbols).Distinct().Single(),
            Output = run.Output with { Directory = folder.Path },
        };
        Benchmark benchmark = BenchmarkReader.Read(run, context.Sources, cancellation)!;
        folder.Empty("run");
        using var recorder = new RunFolderRecorder(
            new RunRecord
            {
                Config = ConfigJson.Write(run),
                ConfigHash = ConfigJson.Hash(run),
                Spec = RunSpec.Of(run, context.Plugins).Hash,
                Benchmark = benchmark,
                Plugins = context.Options.NamePlugins(run),
                FolderName = "run",
            }, context.Options.Clock);
        var look = new HoldoutRecorder(context.Plugins, context.Options.Clock);
        DailyEquity[] days = [];
        var summary = new SummaryRecorder(inner: new RecorderGroup(recorder, look)) { Benchmark = benchmark, TotalMeasured = curve => days = [.. curve.Days] };
        BacktestResult result = await new Coordinator(new WorkflowManagerFactory(context.Sources, context.Plugins)).ExecuteWorkflowAsync(
            run, new RunOptions { Recorder = summary, Threads = context.Options.Workers, Log = context.Options.Log }, cancellation).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        var count = HoldoutCount.Add(context.Ledger, look.Look!);
        DateOnly from = run.Holdout!.From;
        days = [.. days.Where(day => day.Day >= from)];
        (double[] own, double[] held) = benchmark.Returns([.. days.Select(day => day.Day)], [.. days.Select(day => day.Equity)]);
        MeanDifference? difference = own.Length < FewestDays ? null : MeanDifference.Of([.. own.Zip(held, (one, other) => one - other)]);
        PerformanceMetrics total = summary.Summary!.Metrics.Total;
        DateOnly[] shared = [.. days.Select(day => day.Day).Intersect(benchmark.Days.Select(day => day.Day))];
        double[] wealth = Wealth(own);
        double[] benchmarkWealth = Wealth(held);
        var figures = new HoldoutFigures
        {
            Run = recorder.Folder!,
            Status = result.Status.ToString().ToLowerInvariant(),
            Holdout = count,
            Benchmark = run.Benchmark,
            Days = own.Length,
            TotalReturn = wealth[^1] - 1,
            BenchmarkReturn = benchmarkWealth[^1] - 1,
            Sharpe = total.Sharpe,
            Trades = total.Trades,
            Difference = difference,
            Curve = [.. shared.Select((day, i) => new HoldoutDay(day, wealth[i], benchmarkWealth[i]))],
        };
        return new StepOutput(input.Sets, input.Searches, StepFigures.Write(figures, StepFiguresJson.Default.HoldoutFigures),
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"on {own.Length:N0} held-out days: {figures.TotalReturn:+0.0%;−0.0%} with {total.Trades:N0} trades; "
                + $"holding {run.Benchmark}: {figures.BenchmarkReturn:+0.0%;−0.0%}"),
            Verdict(run.Benchmark, difference),
            count.Text,
        ]);
    }

    /// <summary>Whether the run beat buying and holding, and whether that may be luck.</summary>
    internal static string Verdict(string benchmark, MeanDifference? difference)
    {
        if (difference is null)
            return string.Create(CultureInfo.InvariantCulture, $"at least {FewestDays} days are needed to compare with {benchmark}");
        string measured = string.Create(
            CultureInfo.InvariantCulture,
            $"{Points(difference.Mean)} basis points a day, 95% between {Points(difference.Low)} and {Points(difference.High)}, p = {difference.PValue:0.000}");
        return (difference.Mean > 0, difference.PValue <= Level) switch
        {
            (true, true) => $"it was better than holding {benchmark}, by more than luck explains: {measured}",
            (true, false) => $"it was better than holding {benchmark}, but luck can explain that: {measured}",
            (false, true) => $"it was worse than holding {benchmark}, by more than luck explains: {measured}",
            (false, false) => $"it was not better than holding {benchmark}, but luck can explain the difference: {measured}",
        };
    }

    private static string Points(double value) => (value * 10_000).ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture);

    /// <summary>The value of a capital of 1, before the first return and after each.</summary>
    private static double[] Wealth(double[] returns)
    {
        double[] wealth = [1, .. returns];
        for (int i = 1; i < wealth.Length; i++)
            wealth[i] = wealth[i - 1] * (1 + wealth[i]);
        return wealth;
    }
}
