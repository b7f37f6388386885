using System.Reflection;
using Backtest.Configuration;
using Backtest.Research;

namespace Backtest;

/// <summary>
/// A research workflow of a run file, ready to be made as the tool makes it: steps that are done are kept, and made again only where something they
/// follow from has changed. It is a value; each method that changes something gives another.
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

    /// <summary>The steps, each after those it goes on from.</summary>
    public ResearchPlan Plan { get; }

    /// <summary>Reads a run file whose workflow is research.</summary>
    /// <param name="path">The file. Relative paths in it start from its folder.</param>
    /// <param name="sets">Values to set after reading, each as <c>path=value</c>; the last one wins.</param>
    /// <exception cref="InputException">The file cannot be read, has no steps, or is wrong.</exception>
    public static BacktestResearch Load(string path, params IEnumerable<string> sets)
    {
        RunFileTree tree = RunFileTree.Load(path, sets);
        var plan = ResearchPlan.Of(tree);
        return new BacktestResearch(tree, plan, new ProgramSettings { Source = RunSource.Of(plan.Config) });
    }

    /// <summary>The same workflow with a value set.</summary>
    /// <param name="path">The value's path, as <c>--set</c> has it: <c>holdout.from</c>.</param>
    /// <param name="value">The value: a number, text, a truth value, an enumeration, null, a list, or an object as <see cref="Parameters.Of"/> takes it.</param>
    /// <exception cref="InputException">The path leads nowhere, or the run file is wrong with the value.</exception>
    public BacktestResearch With(string path, object? value)
    {
        RunFileTree tree = _tree.Set(path, Parameters.Value(value));
        var plan = ResearchPlan.Of(tree);
        return new BacktestResearch(tree, plan, _settings with { Source = _settings.Source.For(plan.Config) });
    }

    /// <summary>The same workflow with plugins of further assemblies, ahead of any found elsewhere.</summary>
    /// <param name="assemblies">The assemblies.</param>
    public BacktestResearch UsePlugins(params IEnumerable<Assembly> assemblies) => Copy(_settings with { Source = _settings.Source.With(assemblies) });

    /// <summary>The same workflow with plugins of further folders, as <c>--plugins</c> names them.</summary>
    /// <param name="folders">Folders that hold plugin folders, relative to the working directory.</param>
    public BacktestResearch UsePluginsIn(params IEnumerable<string> folders) => Copy(_settings with { Source = _settings.Source.With(folders) });

    /// <summary>The same workflow, its folder made in another; without it, in <c>experiments</c> beside the folder of runs.</summary>
    /// <param name="directory">The folder it is made in.</param>
    public BacktestResearch SaveTo(string directory) => Copy(_settings with { SavesTo = directory });

    /// <summary>The same workflow on so many threads; all there are, unless set. No result depends on it.</summary>
    /// <param name="count">How many runs may go on at once; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    public BacktestResearch OnThreads(int count) => Copy(_settings.OnThreads(count));

    /// <summary>The same workflow, which reports what plugins, the engine and its searches have to say.</summary>
    /// <param name="log">Takes it.</param>
    public BacktestResearch LogTo(IRunLog log) => Copy(_settings with { Log = log });

    /// <summary>Makes the steps that are missing, and waits for their end.</summary>
    /// <param name="again">The name of a step to make although it is done, or null.</param>
    /// <param name="done">Called with each step once it is done, or null.</param>
    /// <param name="cancellation">Interrupts it; steps that are done stay, and the same again goes on.</param>
    /// <exception cref="InputException">The run file, the data, a plugin or the ledger is wrong.</exception>
    public ResearchResult Execute(string? again = null, IProgress<StepResult>? done = null, CancellationToken cancellation = default) =>
        ExecuteAsync(again, done, cancellation).GetAwaiter().GetResult();

    /// <summary>Makes the steps that are missing.</summary>
    /// <param name="again">The name of a step to make although it is done, or null.</param>
    /// <param name="done">Called with each step once it is done, or null.</param>
    /// <param name="cancellation">Interrupts it; steps that are done stay, and the same again goes on.</param>
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

    /// <summary>Deletes the copies of plugins it, and those made of it, were made with.</summary>
    public void Dispose() => _settings.Source.Dispose();

    private BacktestResearch Copy(ProgramSettings settings) => new(_tree, Plan, settings);
}
