using System.Reflection;
using Backtest.Configuration;
using Backtest.Engine;
using Backtest.Research;
using Backtest.Results;

namespace Backtest;

/// <summary>
/// A run ready to execute, from a run file or from objects. Immutable: each method that changes something returns a new instance. In a long-running
/// program, dispose of it once neither it nor one created from it is used: copies of plugins from folders are kept until then.
/// </summary>
/// <example><c>RunResult result = BacktestRun.Load("run.yaml", "portfolios.main.capital=50000").Execute();</c></example>
public sealed class BacktestRun : IDisposable
{
    private readonly ProgramSettings _settings;
    private readonly RunFileTree? _tree;
    private readonly RunSpec? _spec;

    private BacktestRun(WorkflowConfig config, ProgramSettings settings, RunFileTree? tree = null, RunSpec? spec = null)
    {
        Config = config;
        _settings = settings;
        _tree = tree;
        _spec = spec;
    }

    /// <summary>The description of the run.</summary>
    public WorkflowConfig Config { get; }

    /// <summary>Reads a run file.</summary>
    /// <param name="path">The file. Relative paths in it start from its folder.</param>
    /// <param name="sets">Values to set after reading, each as <c>path=value</c>, such as <c>portfolios.main.capital=50000</c>; the last one wins.</param>
    /// <exception cref="InputException">The file cannot be read, or is invalid; every error is listed.</exception>
    public static BacktestRun Load(string path, params IEnumerable<string> sets) => Of(RunFileTree.Load(path, sets));

    /// <summary>Reads the text of a run file.</summary>
    /// <param name="text">The text: YAML, or JSON. Relative paths in it start from the working directory.</param>
    /// <param name="sets">Values to set after reading, each as <c>path=value</c>; the last one wins.</param>
    /// <exception cref="InputException">The text is invalid; every error is listed.</exception>
    public static BacktestRun Parse(string text, params IEnumerable<string> sets) => Of(RunFileTree.Parse(text, "run.yaml", sets));

    /// <summary>A run described in C#.</summary>
    /// <param name="config">The run. Relative paths in it start from the working directory, unless its sources specify otherwise.</param>
    public static BacktestRun Of(WorkflowConfig config) => new(config, Settings(config));

    /// <summary>The run of a specification. It only executes with plugins of the content the specification names.</summary>
    /// <param name="spec">The specification.</param>
    public static BacktestRun Of(RunSpec spec) => new(spec.Config, Settings(spec.Config), spec: spec);

    /// <summary>The same run with a value set.</summary>
    /// <param name="path">The value's path, as in <c>--set</c>: <c>portfolios.main.strategies.cross.parameters.fast</c>.</param>
    /// <param name="value">The value: a number, text, a truth value, an enumeration, null, a list, or an object as <see cref="Parameters.Of"/> takes it.</param>
    /// <exception cref="InputException">The path does not exist, or the run is invalid with the value.</exception>
    public BacktestRun With(string path, object? value)
    {
        RunFileTree tree = (_tree ?? TreeOf(Config)).Set(path, Parameters.Value(value));
        WorkflowConfig config = tree.Read();
        config = config with { Data = Placed(config.Data), Plugins = Config.Plugins, File = Config.File };
        return new BacktestRun(config, _settings with { Source = _settings.Source.For(config) }, tree);
    }

    /// <summary>
    /// The same run with plugins of further assemblies, which come before any found elsewhere. Assemblies the program refers to are found
    /// automatically, unless it is published as a single file.
    /// </summary>
    /// <param name="assemblies">The assemblies.</param>
    public BacktestRun UsePlugins(params IEnumerable<Assembly> assemblies) => Copy(_settings with { Source = _settings.Source.With(assemblies) });

    /// <summary>The same run with plugins of further folders, as <c>--plugins</c> names them.</summary>
    /// <param name="folders">Folders that hold plugin folders, relative to the working directory.</param>
    public BacktestRun UsePluginsIn(params IEnumerable<string> folders) => Copy(_settings with { Source = _settings.Source.With(folders) });

    /// <summary>The same run, which also writes a run folder, as the command line does.</summary>
    /// <param name="directory">The folder it is created in, or null for the one the run names.</param>
    public BacktestRun SaveTo(string? directory = null) => Copy(_settings with { SavesTo = directory ?? Config.Output.Directory });

    /// <summary>The same run on a number of threads; all processors by default. No result depends on it.</summary>
    /// <param name="count">How many containers may run at once; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    public BacktestRun OnThreads(int count) => Copy(_settings.OnThreads(count));

    /// <summary>The same run, logging the messages of plugins and the engine.</summary>
    /// <param name="log">Receives the messages.</param>
    public BacktestRun LogTo(IRunLog log) => Copy(_settings with { Log = log });

    /// <summary>Executes the run and waits for its end.</summary>
    /// <param name="progress">Receives its progress about once a chunk, or null.</param>
    /// <param name="cancellation">Interrupts it; what was done until then is in the result.</param>
    /// <exception cref="InputException">The run, the data or a plugin is wrong.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted before its first bar.</exception>
    public RunResult Execute(IProgress<RunProgress>? progress = null, CancellationToken cancellation = default) =>
        ExecuteAsync(progress, cancellation).GetAwaiter().GetResult();

    /// <summary>Executes the run.</summary>
    /// <param name="progress">Receives its progress about once a chunk, or null.</param>
    /// <param name="cancellation">Interrupts it; what was done until then is in the result.</param>
    /// <exception cref="InputException">The run, the data or a plugin is wrong.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted before its first bar.</exception>
    public async Task<RunResult> ExecuteAsync(IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        ProgramPlugins plugins = _settings.Source.Plugins;
        string? savesTo = _settings.SavesTo;
        plugins.Require(Config);
        _spec?.RequirePlugins(Config.Plugins, plugins);
        Benchmark? benchmark = BenchmarkReader.Read(Config, _settings.Source.Bars, cancellation);
        using RunFolderRecorder? folder = savesTo is null ? null : new RunFolderRecorder(RecordOf(plugins, benchmark), TimeProvider.System);
        var metrics = new MetricsRecorder { Benchmark = benchmark };
        var rows = new RowRecorder();
        HoldoutRecorder? look = Config.Holdout is { IsLook: true } ? new HoldoutRecorder([Config.Plugins, plugins], TimeProvider.System) : null;
        WorkflowConfig config = savesTo is null ? Config : Config with { Output = Config.Output with { Directory = savesTo } };
        BacktestResult result = await new Coordinator(new WorkflowManagerFactory(_settings.Source.Bars, plugins)).ExecuteWorkflowAsync(
            config, new RunOptions { Recorder = new RecorderGroup([folder ?? (IRunRecorder)metrics, rows, .. look is null ? (IRunRecorder[])[] : [look]]), Progress = progress, Log = _settings.Log, Clock = TimeProvider.System, Threads = _settings.Threads }, cancellation).ConfigureAwait(false);
        RunMetrics measured = (folder is null ? metrics.Metrics : folder.Metrics)
            ?? throw new InvalidOperationException("The run ended without its figures.");
        result = result with { Warnings = [.. result.Warnings, .. BenchmarkWarnings.Of(benchmark, measured.Total)] };
        return new RunResult(config.Name, result, measured, rows, folder?.Folder) { Holdout = Count(look?.Look) };
    }

    /// <summary>Deletes the copies of plugins used by it and by instances created from it.</summary>
    public void Dispose() => _settings.Source.Dispose();

    private HoldoutCount? Count(HoldoutLook? look)
    {
        if (look is null)
            return null;
        using ITrialLedger ledger = TrialLedgers.Open(Config.Ledger, _settings.Project);
        return HoldoutCount.Add(ledger, look);
    }

    private static BacktestRun Of(RunFileTree tree)
    {
        WorkflowConfig config = tree.Read();
        return new BacktestRun(config, Settings(config), tree);
    }

    private static RunFileTree TreeOf(WorkflowConfig config) =>
        RunFileTree.Parse(ConfigJson.Write(config).ToJsonString(), config.File ?? "run.yaml");

    // Objects may give each source a folder of its own, which a run file cannot.
    private IReadOnlyList<BarSourceOptions> Placed(IReadOnlyList<BarSourceOptions> data) => data.Count != Config.Data.Count
        ? data
        : [.. data.Zip(Config.Data, (source, old) => source with { BaseDirectory = old.BaseDirectory })];

    private static ProgramSettings Settings(WorkflowConfig config) => new() { Source = RunSource.Of(config) };

    private BacktestRun Copy(ProgramSettings settings) => new(Config, settings, _tree, _spec);

    private RunRecord RecordOf(ProgramPlugins plugins, Benchmark? benchmark)
    {
        bool isKnown = NamedPlugin.All(Config).All(named =>
            (Config.Plugins.ContentHash(named.Kind, named.Type) ?? plugins.ContentHash(named.Kind, named.Type)) is not null);
        return new RunRecord
        {
            Config = ConfigJson.Write(Config),
            ConfigHash = ConfigJson.Hash(Config),
            Spec = isKnown ? RunSpec.Of(Config, plugins).Hash : null,
            Benchmark = benchmark,
            Plugins = plugins.Named(Config),
        };
    }
}
