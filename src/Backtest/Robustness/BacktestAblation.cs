using System.Reflection;
using Backtest.Configuration;
using Backtest.Engine;
using Backtest.Research;

namespace Backtest;

/// <summary>A run whose parts are left out one at a time. Immutable: each method that changes something returns a new instance.</summary>
/// <example><c>AblationReport report = Ablation.Load("run.yaml").Execute();</c></example>
public sealed class BacktestAblation : IDisposable
{
    private readonly WorkflowConfig _config;
    private readonly ProgramSettings _settings;

    private BacktestAblation(WorkflowConfig config, ProgramSettings settings)
    {
        _config = config;
        _settings = settings;
    }

    /// <summary>Reads a run file; for a search, the run it varies.</summary>
    /// <param name="path">The file. Relative paths in it start from its folder.</param>
    /// <param name="sets">Values to set after reading, each as <c>path=value</c>; the last one wins.</param>
    /// <exception cref="InputException">The file cannot be read, or is invalid; every error is listed.</exception>
    public static BacktestAblation Load(string path, params IEnumerable<string> sets) => Of(RunFile.Load(path, sets));

    /// <summary>A run described in C#.</summary>
    /// <param name="config">The run. Relative paths in it start from the working directory, unless its sources specify otherwise.</param>
    public static BacktestAblation Of(WorkflowConfig config) => new(config, new ProgramSettings { Source = RunSource.Of(config) });

    /// <summary>The same with plugins of further assemblies, which come before any found elsewhere.</summary>
    /// <param name="assemblies">The assemblies.</param>
    public BacktestAblation UsePlugins(params IEnumerable<Assembly> assemblies) => Copy(_settings with { Source = _settings.Source.With(assemblies) });

    /// <summary>The same with plugins of further folders, as <c>--plugins</c> names them.</summary>
    /// <param name="folders">Folders that hold plugin folders, relative to the working directory.</param>
    public BacktestAblation UsePluginsIn(params IEnumerable<string> folders) => Copy(_settings with { Source = _settings.Source.With(folders) });

    /// <summary>The same on a number of threads; all processors by default. No figure depends on it.</summary>
    /// <param name="count">How many runs may execute at once; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    public BacktestAblation OnThreads(int count) => Copy(_settings.OnThreads(count));

    /// <summary>Executes the run without each of its parts, and waits for the end.</summary>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="InputException">The run, its data or a plugin is wrong, or it has too few days.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public AblationReport Execute(CancellationToken cancellation = default) => ExecuteAsync(cancellation).GetAwaiter().GetResult();

    /// <summary>Executes the run without each of its parts.</summary>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="InputException">The run, its data or a plugin is wrong, or it has too few days.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public async Task<AblationReport> ExecuteAsync(CancellationToken cancellation = default)
    {
        ProgramPlugins plugins = _settings.Source.Plugins;
        plugins.Require(_config);
        return await new Ablation(_config, _settings.Source.Bars, plugins)
            .ExecuteAsync(_settings.Threads, cancellation: cancellation).ConfigureAwait(false);
    }

    /// <summary>Deletes the copies of plugins used by it and by instances created from it.</summary>
    public void Dispose() => _settings.Source.Dispose();

    private BacktestAblation Copy(ProgramSettings settings) => new(_config, settings);
}
