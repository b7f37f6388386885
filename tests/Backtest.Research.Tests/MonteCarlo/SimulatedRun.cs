using Backtest.Configuration;
using Backtest.Data;
using Backtest.Engine;
using Backtest.Plugins.Breakout;
using Backtest.Plugins.BuyAndHold;
using Backtest.Plugins.MovingAverageCross;
using Backtest.Plugins.StandardRisk;
using Backtest.Research;
using Backtest.Results;

namespace Backtest.Tests.Simulation;

/// <summary>A small run with its folder, on which Monte Carlo methods are tested.</summary>
internal sealed class SimulatedRun : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private SimulatedRun(WorkflowConfig config) => Config = config;

    /// <summary>The run's configuration.</summary>
    public WorkflowConfig Config { get; private set; }

    /// <summary>The run read back from its folder.</summary>
    public StoredRun Run { get; private set; } = null!;

    private static PluginSet Plugins { get; } =
        new(typeof(MovingAverageCross).Assembly, typeof(BuyAndHoldStrategy).Assembly, typeof(BreakoutStrategy).Assembly, typeof(StandardRiskManager).Assembly);

    /// <summary>A moving-average crossover that trades about forty times in 600 days.</summary>
    public static string Crossing(string monteCarlo = "{}", string more = "") => $$$"""
        name: crossing
        data: {source: synthetic, symbols: [ACME], bars: 600, timeframe: 1d, volatility: 0.02, seed: 4}
        portfolios:
          - name: main
            capital: 100000
            risk: {type: standard, parameters: {sizer: {type: percent_equity, value: 0.9} } }
            strategies: [{name: cross, type: sma-cross, parameters: {fast: 3, slow: 8} }]
        monte_carlo: {{{monteCarlo}}}
        {{{more}}}
        """;

    /// <summary>Executes the run.</summary>
    /// <param name="text">The run file.</param>
    /// <param name="file">The path of the run file, which its relative paths start from.</param>
    public static async Task<SimulatedRun> MakeAsync(string text, string file = "simulated.yaml")
    {
        var made = new SimulatedRun(RunFile.Parse(text, file));
        made.Config = made.Config with { Output = made.Config.Output with { Directory = made._folder.Path } };
        using var recorder = new RunFolderRecorder(
            new RunRecord { Config = ConfigJson.Write(made.Config), ConfigHash = ConfigJson.Hash(made.Config) }, TimeProvider.System);
        await new Coordinator(new WorkflowManagerFactory(new BarSources(), Plugins))
            .ExecuteWorkflowAsync(made.Config, new RunOptions { Recorder = recorder }, TestContext.Current.CancellationToken);
        made.Run = StoredRun.Open(recorder.Folder!);
        return made;
    }

    /// <summary>Executes the Monte Carlo methods.</summary>
    /// <param name="workers">The number of concurrent repetitions.</param>
    /// <param name="config">The configuration to use instead of the run's own, or <see langword="null"/>.</param>
    public Task<MonteCarloReport> TryAsync(int workers = 2, WorkflowConfig? config = null) =>
        new Research.MonteCarlo(Run, config ?? Config, new BarSources(), Plugins)
            .ExecuteAsync(new MonteCarloOptions { Workers = workers }, TestContext.Current.CancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
