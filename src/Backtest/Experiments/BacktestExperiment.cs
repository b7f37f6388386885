using System.Reflection;
using Backtest.Configuration;
using Backtest.Research;

namespace Backtest;

/// <summary>
/// An experiment of a run file, ready to execute as the command line does: every trial is counted in the project's ledger, and an interrupted
/// experiment continues where it stopped. Immutable: each method that changes something returns a new instance.
/// </summary>
/// <example><c>ExperimentResult result = Experiment.Load("sweep.yaml").Execute();</c></example>
public sealed class BacktestExperiment : IDisposable
{
    private readonly RunFileTree _tree;
    private readonly ProgramSettings _settings;

    private BacktestExperiment(RunFileTree tree, SearchPlan plan, ProgramSettings settings)
    {
        _tree = tree;
        Plan = plan;
        _settings = settings;
    }

    /// <summary>What is searched.</summary>
    public SearchPlan Plan { get; }

    /// <summary>Reads a run file whose workflow is a sweep.</summary>
    /// <param name="path">The file. Relative paths in it start from its folder.</param>
    /// <param name="sets">Values to set after reading, each as <c>path=value</c>; the last one wins.</param>
    /// <exception cref="InputException">The file cannot be read, has no search, or is invalid.</exception>
    public static BacktestExperiment Load(string path, params IEnumerable<string> sets)
    {
        RunFileTree tree = RunFileTree.Load(path, sets);
        SearchPlan plan = SearchPlan.Of(tree);
        return new BacktestExperiment(tree, plan, new ProgramSettings { Source = RunSource.Of(plan.Sweep) });
    }

    /// <summary>The same experiment with a value set.</summary>
    /// <param name="path">The value's path, as in <c>--set</c>: <c>search.method.trials</c>.</param>
    /// <param name="value">The value: a number, text, a truth value, an enumeration, null, a list, or an object as <see cref="Parameters.Of"/> takes it.</param>
    /// <exception cref="InputException">The path does not exist, or the run file is invalid with the value.</exception>
    public BacktestExperiment With(string path, object? value)
    {
        RunFileTree tree = _tree.Set(path, Parameters.Value(value));
        SearchPlan plan = SearchPlan.Of(tree);
        return new BacktestExperiment(tree, plan, _settings with { Source = _settings.Source.For(plan.Sweep) });
    }

    /// <summary>The same experiment with plugins of further assemblies, which come before any found elsewhere.</summary>
    /// <param name="assemblies">The assemblies.</param>
    public BacktestExperiment UsePlugins(params IEnumerable<Assembly> assemblies) => Copy(_settings with { Source = _settings.Source.With(assemblies) });

    /// <summary>The same experiment with plugins of further folders, as <c>--plugins</c> names them.</summary>
    /// <param name="folders">Folders that hold plugin folders, relative to the working directory.</param>
    public BacktestExperiment UsePluginsIn(params IEnumerable<string> folders) => Copy(_settings with { Source = _settings.Source.With(folders) });

    /// <summary>The same experiment, its folder created in the given one; by default, in <c>experiments</c> next to the folder of runs.</summary>
    /// <param name="directory">The folder experiments are created in.</param>
    public BacktestExperiment SaveTo(string directory) => Copy(_settings with { SavesTo = directory });

    /// <summary>The same experiment on a number of threads; all processors by default. No result depends on it.</summary>
    /// <param name="count">How many trials may run at once; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    public BacktestExperiment OnThreads(int count) => Copy(_settings.OnThreads(count));

    /// <summary>The same experiment, logging the messages of plugins, the engine and the experiment.</summary>
    /// <param name="log">Receives the messages.</param>
    public BacktestExperiment LogTo(IRunLog log) => Copy(_settings with { Log = log });

    /// <summary>Runs the trials that are missing, writes the experiment's folder, and waits for its end.</summary>
    /// <param name="progress">Receives its progress, or null.</param>
    /// <param name="cancellation">Interrupts it; what is done by then is kept, and the next execution continues from there.</param>
    /// <exception cref="InputException">The run file, the data, a plugin or the ledger is wrong.</exception>
    public ExperimentResult Execute(IProgress<ExperimentProgress>? progress = null, CancellationToken cancellation = default) =>
        ExecuteAsync(progress, cancellation).GetAwaiter().GetResult();

    /// <summary>Runs the trials that are missing, and writes the experiment's folder.</summary>
    /// <param name="progress">Receives its progress, or null.</param>
    /// <param name="cancellation">Interrupts it; what is done by then is kept, and the next execution continues from there.</param>
    /// <exception cref="InputException">The run file, the data, a plugin or the ledger is wrong.</exception>
    public async Task<ExperimentResult> ExecuteAsync(
        IProgress<ExperimentProgress>? progress = null, CancellationToken cancellation = default)
    {
        ProgramPlugins plugins = _settings.Source.Plugins;
        plugins.Require(Plan.Sweep);
        using ITrialLedger ledger = TrialLedgers.Open(Plan.Sweep.Ledger, _settings.Project);
        return await new Experiment(Plan, _settings.Source.Bars, plugins).ExecuteAsync(
            ledger,
            new ExperimentOptions
            {
                Directory = _settings.ExperimentsOf(Plan.Sweep),
                Workers = _settings.Threads,
                NamePlugins = plugins.Named,
                Progress = progress,
                Log = _settings.Log,
            },
            cancellation).ConfigureAwait(false);
    }

    /// <summary>Deletes the copies of plugins used by it and by instances created from it.</summary>
    public void Dispose() => _settings.Source.Dispose();

    private BacktestExperiment Copy(ProgramSettings settings) => new(_tree, Plan, settings);
}
