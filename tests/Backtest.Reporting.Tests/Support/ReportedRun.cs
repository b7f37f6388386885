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

/// <summary>A run that was executed, read back, observed and reported.</summary>
/// <param name="Run">The run.</param>
/// <param name="Charts">The bars kept for its charts.</param>
/// <param name="Page">The path of the report.</param>
internal sealed record ReportedRun(StoredRun Run, ChartObserver Charts, string Page)
{
    /// <summary>The plugins that runs and searches use.</summary>
    public static PluginSet Plugins { get; } = new(
    [
        typeof(BreakoutStrategy).Assembly, typeof(HmmClassifier).Assembly, typeof(MeanReversionStrategy).Assembly, typeof(MomentumStrategy).Assembly,
        typeof(MovingAverageCross).Assembly, typeof(PatternClassifier).Assembly, typeof(StandardRiskManager).Assembly,
            typeof(TrendFollowingStrategy).Assembly,
    ]);

    private static readonly Coordinator Coordinator = new(new WorkflowManagerFactory(new BarSources(), Plugins));

    /// <summary>The path of the figures beside the page.</summary>
    public string Figures => Path.Combine(Path.GetDirectoryName(Page)!, Report.FiguresFile);

    /// <summary>Executes a sample and reports it.</summary>
    public static Task<ReportedRun> OfSample(string name, string folder, params string[] changes) =>
        Make(RunFile.Load(Path.Combine(Samples(), $"{name}.yaml"), changes), folder);

    /// <summary>Executes the run file in a text and reports the run.</summary>
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

    /// <summary>Executes a run that ends with signals, and writes its page.</summary>
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
