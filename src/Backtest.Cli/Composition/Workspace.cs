using System.Reflection;
using Backtest.Abstractions.Runtime;
using Backtest.Configuration;
using Backtest.Data;
using Backtest.Engine;
using Backtest.Hosting;
using Backtest.Research;
using Backtest.Results;

namespace Backtest.Cli.Composition;

/// <summary>A run file with the plugins it may use: what every command on a run file begins with.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly RunFileTree _tree;
    private readonly PluginLoader _loader;
    private readonly InstalledPlugins _plugins;
    private readonly SourceAhead? _sources;

    private Workspace(RunFileTree tree, WorkflowConfig config, SourceAhead? sources, PluginCatalog catalog, PluginLocks locks, bool isCollectible)
    {
        _tree = tree;
        Config = config;
        _sources = sources;
        _loader = new PluginLoader(SharedAssemblies, isCollectible, locks);
        _plugins = new InstalledPlugins(catalog, _loader, locks);
    }

    /// <summary>What host and plugins share: the vocabulary and the indicators.</summary>
    public static IReadOnlyList<Assembly> SharedAssemblies { get; } = [typeof(PluginFactory).Assembly, typeof(Indicators).Assembly];

    /// <summary>The run as its file describes it.</summary>
    public WorkflowConfig Config { get; }

    /// <summary>Opens bar sources, those of plugins among them.</summary>
    public BarSources Sources => new BarSources(FindSource);

    /// <summary>Reads a run file and looks for plugins.</summary>
    /// <param name="request">What the command was given.</param>
    /// <param name="isCollectible">Whether plugins are unloaded with the workspace; collectible code runs slower.</param>
    /// <param name="readsAhead">Whether the run's data is read from now on, beside what else there is to do before the run.</param>
    /// <exception cref="InputException">The file or a lock file is wrong, or a folder someone named is not there.</exception>
    public static Workspace Open(RunFileRequest request, bool isCollectible = false, bool readsAhead = false) =>
        Open(RunFileTree.Load(request.File, request.Overrides), request, isCollectible, readsAhead);

    /// <summary>Opens what a run was made of, by its manifest alone.</summary>
    /// <param name="run">The run.</param>
    /// <param name="directory">The folder its relative paths start from now, or null for the one it was made in.</param>
    /// <param name="pluginFolders">Folders to look for plugins in, before all others.</param>
    /// <exception cref="InputException">Its configuration cannot be read, or a folder someone named is not there.</exception>
    public static Workspace Open(StoredRun run, string? directory, IReadOnlyList<string> pluginFolders)
    {
        string file = Path.Combine(directory ?? run.Manifest.Directory ?? run.Folder, Path.GetFileName(run.Folder) + ".json");
        return Open(RunFileTree.Parse(run.Manifest.Config.ToJsonString(), file), new RunFileRequest(file, [], pluginFolders), isCollectible: false, readsAhead: false);
    }

    /// <summary>Where the plugins of a run file are looked for.</summary>
    /// <param name="file">The run file.</param>
    /// <param name="runFileFolders">The folders it names.</param>
    /// <param name="pluginFolders">The folders the command line names.</param>
    public static PluginFolders Places(string file, IReadOnlyList<string> runFileFolders, IReadOnlyList<string> pluginFolders) =>
        PluginFolders.Usual(pluginFolders, file, runFileFolders, AppContext.BaseDirectory);

    /// <summary>Follows the plugins loaded so far to their end: to be asked for before the workspace is disposed.</summary>
    public PluginUnloading FollowUnloading() => _loader.FollowUnloading();

    /// <summary>Loads every plugin the run names; one that is not there is left for the tree to report.</summary>
    /// <exception cref="InputException">A plugin cannot be used.</exception>
    public IReadOnlyList<PluginUse> LoadPlugins() => PluginUse.All(Config, _plugins);

    /// <summary>The plugins a run of an experiment names, for its record.</summary>
    public IReadOnlyList<RunPlugin> NamePlugins(WorkflowConfig config)
    {
        HashSet<string> named = [.. NamedPlugin.All(config).Select(plugin => plugin.Type)];
        return [.. LoadedPlugins().Where(plugin => named.Contains(plugin.Id) || named.Contains($"{plugin.Package}/{plugin.Id}"))];
    }

    /// <summary>Makes what runs workflows.</summary>
    public Coordinator CreateCoordinator() => new(CreateFactory());

    /// <summary>Makes what looks at the run's bars once more: they are read anew.</summary>
    public Coordinator CreateObservations() => new(new WorkflowManagerFactory(Sources, _plugins));

    /// <summary>Makes the manager of this run, or of the run a search varies.</summary>
    public IWorkflowManager CreateManager() => CreateFactory().Create(Varied);

    /// <summary>Whether the run file asks for many runs.</summary>
    public bool IsSweep => Config.Search is not null;

    /// <summary>Whether the run file asks for steps that go on from each other.</summary>
    public bool IsResearch => Config.Steps is not null;

    /// <summary>The run, or the run that a search or a step varies.</summary>
    private WorkflowConfig Varied => IsSweep || IsResearch ? Config with { Workflow = Workflows.Backtest, Search = null, Validation = null, Steps = null } : Config;

    /// <summary>Makes what runs the steps of a research workflow.</summary>
    /// <exception cref="InputException">Something in them is wrong.</exception>
    public ResearchRun CreateResearch() => new(ResearchPlan.Of(_tree), _sources ?? (IBarSourceFactory)Sources, _plugins);

    /// <summary>Checks what the run file says of its search.</summary>
    /// <exception cref="InputException">Something in it is wrong.</exception>
    public SearchPlan PlanSearch() => SearchPlan.Of(_tree);

    /// <summary>Makes what runs a search.</summary>
    public Experiment CreateExperiment(SearchPlan plan) => new(plan, _sources ?? (IBarSourceFactory)Sources, _plugins);

    /// <summary>Makes what audits the run, or the run a search varies.</summary>
    public Audit CreateAudit() => new(Config, _sources ?? (IBarSourceFactory)Sources, _plugins);

    /// <summary>Makes what leaves out the parts of the run, or of the run a search varies.</summary>
    public Ablation CreateAblation() => new(Config, _sources ?? (IBarSourceFactory)Sources, _plugins);

    /// <summary>Makes what tries a run on what could as well have happened.</summary>
    /// <param name="run">The run: that of this workspace, or one of those its search made.</param>
    /// <param name="asked">What is asked.</param>
    /// <exception cref="InputException">The run's configuration cannot be read.</exception>
    public MonteCarlo CreateMonteCarlo(StoredRun run, MonteCarloConfig asked)
    {
        LoadPlugins();
        WorkflowConfig config = SignalFiles.Attach(RunFileTree.Parse(run.Manifest.Config.ToJsonString(), Config.File ?? run.Folder).Read());
        return new MonteCarlo(run, config with { MonteCarlo = asked }, Sources, _plugins);
    }

    /// <summary>The hash of the specification of the run, or of the run a search varies; null where a plugin is not there.</summary>
    public string? SpecHash()
    {
        WorkflowConfig config = Varied;
        return LoadPlugins().Count == NamedPlugin.All(config).Count ? RunSpec.Of(config, _plugins).Hash : null;
    }

    /// <summary>Makes what knows a look at days held out; null where the run is none.</summary>
    public HoldoutRecorder? CreateHoldoutRecorder() => Config.Holdout is { IsLook: true } ? new HoldoutRecorder([_plugins], TimeProvider.System) : null;

    /// <summary>Opens the ledger the run file names, or the one beside it.</summary>
    /// <exception cref="InputException">It cannot be opened.</exception>
    public ITrialLedger OpenLedger() => TrialLedgers.Open(Config.Ledger, Path.GetDirectoryName(Path.GetFullPath(Config.File ?? ".")) ?? ".");

    /// <summary>Makes the recorder of a run's folder, the run's plugins being loaded first.</summary>
    /// <exception cref="InputException">A plugin cannot be used.</exception>
    public RunFolderRecorder CreateRecorder(WorkflowConfig config) => new(CreateRecord(config), TimeProvider.System);

    /// <summary>Makes the recorder of the folder of a run that ends with signals, the run's plugins being loaded first.</summary>
    /// <exception cref="InputException">A plugin cannot be used.</exception>
    public SignalFolderRecorder CreateSignalRecorder(WorkflowConfig config) => new(CreateRecord(config), TimeProvider.System);

    private static Workspace Open(RunFileTree tree, RunFileRequest request, bool isCollectible, bool readsAhead)
    {
        WorkflowConfig config = tree.Read();
        // A source of a plugin waits for its plugin, and plugins are loaded one after another.
        bool canReadAhead = !config.Data.Any(source => source is BarSourceOptions.Plugin);
        SourceAhead? sources = readsAhead && canReadAhead ? new SourceAhead(new BarSources(), config.Data) : null;
        try
        {
            config = SignalFiles.Attach(config);
            PluginFolders places = Places(request.File, config.PluginFolders, request.PluginFolders);
            return new Workspace(tree, config, sources, PluginCatalog.Scan(places), PluginLocks.Read(places, request.IsLocked), isCollectible);
        }
        catch
        {
            sources?.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _sources?.Dispose();
        _loader.Dispose();
    }

    private RunRecord CreateRecord(WorkflowConfig config)
    {
        bool areAllThere = LoadPlugins().Count == NamedPlugin.All(config).Count; // what is not, the tree will say
        return new RunRecord
        {
            Config = ConfigJson.Write(config),
            ConfigHash = ConfigJson.Hash(config),
            Spec = areAllThere ? RunSpec.Of(config, _plugins).Hash : null,
            Benchmark = BenchmarkReader.Read(config, Sources),
            Plugins = LoadedPlugins(),
        };
    }

    private IReadOnlyList<RunPlugin> LoadedPlugins() =>
    [
        .. _loader.Plugins.Select(plugin => new RunPlugin(
            plugin.Choice.Package.Id, plugin.Choice.Listing.Id, plugin.Choice.Package.Version, plugin.Sha256)),
    ];

    private WorkflowManagerFactory CreateFactory() => new(_sources ?? (IBarSourceFactory)Sources, _plugins);

    private BarSourceFactory? FindSource(string id) => _plugins.Find(PluginKind.BarSource, id) as BarSourceFactory;
}
