using System.Runtime.CompilerServices;
using Backtest.Configuration;
using Backtest.Data;
using Backtest.Engine;
using Backtest.Plugins.Breakout;
using Backtest.Plugins.Hmm;
using Backtest.Plugins.MeanReversion;
using Backtest.Plugins.Momentum;
using Backtest.Plugins.MovingAverageCross;
using Backtest.Plugins.Pattern;
using Backtest.Plugins.StandardRisk;
using Backtest.Plugins.TrendFollowing;
using Backtest.Reporting;
using Backtest.Results;

namespace Backtest.Tests;

/// <summary>A run that was made, read back, looked at again, and reported.</summary>
/// <param name="Run">The run.</param>
/// <param name="Charts">What was kept of its bars.</param>
/// <param name="Page">Where the report is.</param>
internal sealed record ReportedRun(StoredRun Run, ChartObserver Charts, string Page)
{
    /// <summary>The plugins runs and searches are made with.</summary>
    public static PluginSet Plugins { get; } = new(
    [
        typeof(BreakoutStrategy).Assembly, typeof(HmmClassifier).Assembly, typeof(MeanReversionStrategy).Assembly, typeof(MomentumStrategy).Assembly,
        typeof(MovingAverageCross).Assembly, typeof(PatternClassifier).Assembly, typeof(StandardRiskManager).Assembly,
            typeof(TrendFollowingStrategy).Assembly,
    ]);

    private static readonly Coordinator Coordinator = new(new WorkflowManagerFactory(new BarSources(), Plugins));

    /// <summary>The figures beside the page.</summary>
    public string Figures => Path.Combine(Path.GetDirectoryName(Page)!, Report.FiguresFile);

    /// <summary>Makes a sample.</summary>
    public static Task<ReportedRun> OfSample(string name, string folder, params string[] changes) =>
        Make(RunFile.Load(Path.Combine(Samples(), $"{name}.yaml"), changes), folder);

    /// <summary>Makes the run of a text.</summary>
    public static Task<ReportedRun> OfText(string text, string folder) => Make(RunFile.Parse(text, "run.yaml"), folder);

    private static async Task<ReportedRun> Make(WorkflowConfig config, string folder)
    {
        config = config with { Output = config.Output with { Directory = folder } };
        using var recorder = new RunFolderRecorder(new RunRecord { Config = ConfigJson.Write(config), ConfigHash = ConfigJson.Hash(config) },
            TimeProvider.System);
        await Coordinator.ExecuteWorkflowAsync(config, new RunOptions { Recorder = recorder }, TestContext.Current.CancellationToken);
        var run = StoredRun.Open(recorder.Folder!);
        var charts = new ChartObserver(run);
        await Coordinator.ObserveAsync(config, charts, cancellation: TestContext.Current.CancellationToken);
        return new ReportedRun(run, charts, Report.Write(run, charts, run.Folder));
    }

    /// <summary>Makes a run that ends with signals, and its page.</summary>
    public static async Task<(StoredRun Run, string Page)> OfSignals(string name, string folder)
    {
        WorkflowConfig config = RunFile.Load(Path.Combine(Samples(), $"{name}.yaml"), ["workflow=signals"]);
        config = config with { Output = config.Output with { Directory = folder } };
        using var recorder = new SignalFolderRecorder(new RunRecord { Config = ConfigJson.Write(config), ConfigHash = ConfigJson.Hash(config) },
            TimeProvider.System);
        await Coordinator.ExecuteWorkflowAsync(config, new RunOptions { Recorder = recorder }, TestContext.Current.CancellationToken);
        var run = StoredRun.Open(recorder.Folder!);
        return (run, Report.WriteSignals(run, run.Folder));
    }

    private static string Samples([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "samples"));
}
