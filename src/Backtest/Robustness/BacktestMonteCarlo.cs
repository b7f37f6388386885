using System.Reflection;
using Backtest.Configuration;
using Backtest.Engine;
using Backtest.Research;
using Backtest.Results;

namespace Backtest;

/// <summary>
/// A run, given by its folder, ready for a Monte Carlo study of what else could have happened. Immutable: each method that changes something returns
/// a new instance.
/// </summary>
/// <example><c>MonteCarloReport report = MonteCarlo.Of(result).Execute();</c></example>
public sealed class BacktestMonteCarlo : IDisposable
{
    private readonly WorkflowConfig _config;
    private readonly ProgramSettings _settings;

    private BacktestMonteCarlo(StoredRun run, WorkflowConfig config, ProgramSettings settings)
    {
        Run = run;
        _config = config;
        _settings = settings;
    }

    /// <summary>The run.</summary>
    public StoredRun Run { get; }

    /// <summary>Opens a run folder.</summary>
    /// <param name="folder">The folder of a run, with its tables.</param>
    /// <param name="asked">The settings, or null for those of the run file, or else the defaults.</param>
    /// <exception cref="InputException">It is not the folder of a run, or its configuration cannot be read.</exception>
    public static BacktestMonteCarlo Load(string folder, MonteCarloConfig? asked = null)
    {
        var run = StoredRun.Open(folder);
        // Named as in the folder the run was executed in, because its relative paths start there.
        string file = Path.Combine(run.Manifest.Directory ?? run.Folder, $"{run.Id}.json");
        WorkflowConfig config = SignalFiles.Attach(RunFileTree.Parse(run.Manifest.Config.ToJsonString(), file).Read());
        config = config with { MonteCarlo = asked ?? config.MonteCarlo ?? new MonteCarloConfig() };
        return new BacktestMonteCarlo(run, config, new ProgramSettings { Source = RunSource.Of(config) });
    }

    /// <summary>The same with plugins of further assemblies, which come before any found elsewhere.</summary>
    /// <param name="assemblies">The assemblies.</param>
    public BacktestMonteCarlo UsePlugins(params IEnumerable<Assembly> assemblies) => Copy(_settings with { Source = _settings.Source.With(assemblies) });

    /// <summary>The same with plugins of further folders, as <c>--plugins</c> names them.</summary>
    /// <param name="folders">Folders that hold plugin folders, relative to the working directory.</param>
    public BacktestMonteCarlo UsePluginsIn(params IEnumerable<string> folders) => Copy(_settings with { Source = _settings.Source.With(folders) });

    /// <summary>The same on a number of threads; all processors by default. No figure depends on it.</summary>
    /// <param name="count">How many repetitions may execute at once; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    public BacktestMonteCarlo OnThreads(int count) => Copy(_settings.OnThreads(count));

    /// <summary>Executes the study, writes <c>monte_carlo.json</c> and its table to the run folder, and waits for the end.</summary>
    /// <param name="progress">Called after each repetition that takes a run, or null.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="InputException">
    /// A method cannot be applied to the run, its data or a plugin is missing, or its folder cannot be written to.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public MonteCarloReport Execute(IProgress<MonteCarloProgress>? progress = null, CancellationToken cancellation = default) =>
        ExecuteAsync(progress, cancellation).GetAwaiter().GetResult();

    /// <summary>Executes the study, and writes <c>monte_carlo.json</c> and its table to the run folder.</summary>
    /// <param name="progress">Called after each repetition that takes a run, or null.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="InputException">
    /// A method cannot be applied to the run, its data or a plugin is missing, or its folder cannot be written to.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public async Task<MonteCarloReport> ExecuteAsync(
        IProgress<MonteCarloProgress>? progress = null, CancellationToken cancellation = default)
    {
        ProgramPlugins plugins = _settings.Source.Plugins;
        plugins.Require(_config);
        MonteCarloReport report = await new MonteCarlo(Run, _config, _settings.Source.Bars, plugins)
            .ExecuteAsync(new MonteCarloOptions { Workers = _settings.Threads, Progress = progress }, cancellation).ConfigureAwait(false);
        MonteCarloFiles.Write(Run, report);
        return report;
    }

    /// <summary>Deletes the copies of plugins used by it and by instances created from it.</summary>
    public void Dispose() => _settings.Source.Dispose();

    private BacktestMonteCarlo Copy(ProgramSettings settings) => new(Run, _config, settings);
}
