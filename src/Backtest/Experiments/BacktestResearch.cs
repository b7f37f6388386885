using System.Reflection;
using Backtest.Configuration;
using Backtest.Research;

namespace Backtest;

/// <summary>
/// A research workflow of a run file, ready to execute as the command line does: steps that are done are kept, and repeated only if something they
/// depend on has changed. Immutable: each method that changes something returns a new instance.
/// </summary>
/// <example><c>ResearchResult result = ResearchRun.Load("research.yaml").Execute();</c></example>
public sealed class BacktestResearch : IDisposable
{
    private readonly RunFileTree _tree;
    private readonly ProgramSettings _settings;

    private BacktestResearch(RunFileTree tree, ResearchPlan plan, ProgramSettings settings)
    {
        _tree = tree;
        Plan = plan;
        _settings = settings;
    }

    /// <summary>The steps, each after those it builds on.</summary>
    public ResearchPlan Plan { get; }

    /// <summary>Reads a run file whose workflow is research.</summary>
    /// <param name="path">The file. Relative paths in it start from its folder.</param>
    /// <param name="sets">Values to set after reading, each as <c>path=value</c>; the last one wins.</param>
    /// <exception cref="InputException">The file cannot be read, has no steps, or is invalid.</exception>
    public static BacktestResearch Load(string path, params IEnumerable<string> sets)
    {
        RunFileTree tree = RunFileTree.Load(path, sets);
        var plan = ResearchPlan.Of(tree);
        return new BacktestResearch(tree, plan, new ProgramSettings { Source = RunSource.Of(plan.Config) });
    }

    /// <summary>The same workflow with a value set.</summary>
    /// <param name="path">The value's path, as in <c>--set</c>: <c>holdout.from</c>.</param>
    /// <param name="value">The value: a number, text, a truth value, an enumeration, null, a list, or an object as <see cref="Parameters.Of"/> takes it.</param>
    /// <exception cref="InputException">The path does not exist, or the run file is invalid with the value.</exception>
    public BacktestResearch With(string path, object? value)
    {
        RunFileTree tree = _tree.Set(path, Parameters.Value(value));
        var plan = ResearchPlan.Of(tree);
        return new BacktestResearch(tree, plan, _settings with { Source = _settings.Source.For(plan.Config) });
    }

    /// <summary>The same workflow with plugins of further assemblies, which come before any found elsewhere.</summary>
    /// <param name="assemblies">The assemblies.</param>
    public BacktestResearch UsePlugins(params IEnumerable<Assembly> assemblies) => Copy(_settings with { Source = _settings.Source.With(assemblies) });

    /// <summary>The same workflow with plugins of further folders, as <c>--plugins</c> names them.</summary>
    /// <param name="folders">Folders that hold plugin folders, relative to the working directory.</param>
    public BacktestResearch UsePluginsIn(params IEnumerable<string> folders) => Copy(_settings with { Source = _settings.Source.With(folders) });

    /// <summary>The same workflow, its folder created in the given one; by default, in <c>experiments</c> next to the folder of runs.</summary>
    /// <param name="directory">The folder it is created in.</param>
    public BacktestResearch SaveTo(string directory) => Copy(_settings with { SavesTo = directory });

    /// <summary>The same workflow on a number of threads; all processors by default. No result depends on it.</summary>
    /// <param name="count">How many runs may execute at once; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    public BacktestResearch OnThreads(int count) => Copy(_settings.OnThreads(count));

    /// <summary>The same workflow, logging the messages of plugins, the engine and its searches.</summary>
    /// <param name="log">Receives the messages.</param>
    public BacktestResearch LogTo(IRunLog log) => Copy(_settings with { Log = log });

    /// <summary>Executes the steps that are missing, and waits for their end.</summary>
    /// <param name="again">The name of a step to repeat although it is done, or null.</param>
    /// <param name="done">Called with each step once it is done, or null.</param>
    /// <param name="cancellation">Interrupts it; steps that are done are kept, and the next execution continues from there.</param>
    /// <exception cref="InputException">The run file, the data, a plugin or the ledger is wrong.</exception>
    public ResearchResult Execute(string? again = null, IProgress<StepResult>? done = null, CancellationToken cancellation = default) =>
        ExecuteAsync(again, done, cancellation).GetAwaiter().GetResult();

    /// <summary>Executes the steps that are missing.</summary>
    /// <param name="again">The name of a step to repeat although it is done, or null.</param>
    /// <param name="done">Called with each step once it is done, or null.</param>
    /// <param name="cancellation">Interrupts it; steps that are done are kept, and the next execution continues from there.</param>
    /// <exception cref="InputException">The run file, the data, a plugin or the ledger is wrong.</exception>
    public async Task<ResearchResult> ExecuteAsync(
        string? again = null, IProgress<StepResult>? done = null, CancellationToken cancellation = default)
    {
        ProgramPlugins plugins = _settings.Source.Plugins;
        plugins.Require(Plan.Config);
        using ITrialLedger ledger = TrialLedgers.Open(Plan.Config.Ledger, _settings.Project);
        return await new ResearchRun(Plan, _settings.Source.Bars, plugins).ExecuteAsync(
            ledger,
            new ExperimentOptions
            {
                Directory = _settings.ExperimentsOf(Plan.Config),
                Workers = _settings.Threads,
                NamePlugins = plugins.Named,
                Log = _settings.Log,
            },
            again, done, cancellation).ConfigureAwait(false);
    }

    /// <summary>Deletes the copies of plugins used by it and by instances created from it.</summary>
    public void Dispose() => _settings.Source.Dispose();

    private BacktestResearch Copy(ProgramSettings settings) => new(_tree, Plan, settings);
}
