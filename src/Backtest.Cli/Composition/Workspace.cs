using System.Reflection;
using Backtest.Abstractions.Runtime;
using Backtest.Configuration;
using Backtest.Data;
using Backtest.Engine;
using Backtest.Hosting;
using Backtest.Research;
using Backtest.Results;

namespace Backtest.Cli.Composition;

/// <summary>A run file with the plugins it may use, from which every command on a run file starts.</summary>
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

    /// <summary>The assemblies shared by host and plugins: the vocabulary and the indicators.</summary>
    public static IReadOnlyList<Assembly> SharedAssemblies { get; } = [typeof(PluginFactory).Assembly, typeof(Indicators).Assembly];

    /// <summary>The run described by the file.</summary>
    public WorkflowConfig Config { get; }

    /// <summary>Opens bar sources, including those of plugins.</summary>
    public BarSources Sources => new BarSources(FindSource);

    /// <summary>Reads a run file and searches for plugins.</summary>
    /// <param name="request">The command line.</param>
    /// <param name="isCollectible">Whether plugins are unloaded together with the workspace; collectible code runs slower.</param>
    /// <param name="readsAhead">Whether to start reading the run's data now, in parallel with other preparations.</param>
    /// <exception cref="InputException">The file or a lock file is invalid, or a named folder does not exist.</exception>
    public static Workspace Open(RunFileRequest request, bool isCollectible = false, bool readsAhead = false) =>
        Open(RunFileTree.Load(request.File, request.Overrides), request, isCollectible, readsAhead);

    /// <summary>Opens the inputs of a run from its manifest.</summary>
    /// <param name="run">The run.</param>
    /// <param name="directory">The folder its relative paths now refer to, or null for the original one.</param>
    /// <param name="pluginFolders">Folders to search for plugins before all others.</param>
    /// <exception cref="InputException">Its configuration cannot be read, or a named folder does not exist.</exception>
    public static Workspace Open(StoredRun run, string? directory, IReadOnlyList<string> pluginFolders)
    {
        string file = Path.Combine(directory ?? run.Manifest.Directory ?? run.Folder, Path.GetFileName(run.Folder) + ".json");
        return Open(RunFileTree.Parse(run.Manifest.Config.ToJsonString(), file), new RunFileRequest(file, [], pluginFolders), isCollectible: false, readsAhead: false);
    }

    /// <summary>The folders in which plugins of a run file are searched.</summary>
    /// <param name="file">The run file.</param>
    /// <param name="runFileFolders">The folders it names.</param>
    /// <param name="pluginFolders">The folders the command line names.</param>
    public static PluginFolders Places(string file, IReadOnlyList<string> runFileFolders, IReadOnlyList<string> pluginFolders) =>
        PluginFolders.Usual(pluginFolders, file, runFileFolders, AppContext.BaseDirectory);

    /// <summary>Tracks whether the plugins loaded so far are unloaded; call it before the workspace is disposed.</summary>
    public PluginUnloading FollowUnloading() => _loader.FollowUnloading();

    /// <summary>Loads every plugin the run names; missing ones are left for the tree to report.</summary>
    /// <exception cref="InputException">A plugin cannot be used.</exception>
    public IReadOnlyList<PluginUse> LoadPlugins() => PluginUse.All(Config, _plugins);

    /// <summary>The plugins that a run of an experiment names, for its record.</summary>
    public IReadOnlyList<RunPlugin> NamePlugins(WorkflowConfig config)
    {
        HashSet<string> named = [.. NamedPlugin.All(config).Select(plugin => plugin.Type)];
        return [.. LoadedPlugins().Where(plugin => named.Contains(plugin.Id) || named.Contains($"{plugin.Package}/{plugin.Id}"))];
    }

    /// <summary>Creates the coordinator that executes workflows.</summary>
    public Coordinator CreateCoordinator() => new(CreateFactory());

    /// <summary>Creates a coordinator that observes the run's bars again, from freshly opened sources.</summary>
    public Coordinator CreateObservations() => new(new WorkflowManagerFactory(Sources, _plugins));

    /// <summary>Creates the manager of this run, or of the run a search varies.</summary>
    public IWorkflowManager CreateManager() => CreateFactory().Create(Varied);

    /// <summary>Whether the run file asks for many runs.</summary>
    public bool IsSweep => Config.Search is not null;

    /// <summary>Whether the run file has research steps.</summary>
    public bool IsResearch => Config.Steps is not null;

    /// <summary>The run, or the run that a search or a step varies.</summary>
    private WorkflowConfig Varied => IsSweep || IsResearch ? Config with { Workflow = Workflows.Backtest, Search = null, Validation = null, Steps = null } : Config;

    /// <summary>Creates the run of a research workflow.</summary>
    /// <exception cref="InputException">A step is invalid.</exception>
    public ResearchRun CreateResearch() => new(ResearchPlan.Of(_tree), _sources ?? (IBarSourceFactory)Sources, _plugins);

    /// <summary>Validates the search of the run file.</summary>
    /// <exception cref="InputException">The search is invalid.</exception>
    public SearchPlan PlanSearch() => SearchPlan.Of(_tree);

    /// <summary>Creates the experiment of a search.</summary>
    public Experiment CreateExperiment(SearchPlan plan) => new(plan, _sources ?? (IBarSourceFactory)Sources, _plugins);

    /// <summary>Creates the audit of the run, or of the run a search varies.</summary>
    public Audit CreateAudit() => new(Config, _sources ?? (IBarSourceFactory)Sources, _plugins);

    /// <summary>Creates the ablation of the run, or of the run a search varies.</summary>
    public Ablation CreateAblation() => new(Config, _sources ?? (IBarSourceFactory)Sources, _plugins);

    /// <summary>Creates the Monte Carlo simulation of a run.</summary>
    /// <param name="run">The run of this workspace, or a run of its search.</param>
    /// <param name="asked">The requested methods and their options.</param>
    /// <exception cref="InputException">The run's configuration cannot be read.</exception>
    public MonteCarlo CreateMonteCarlo(StoredRun run, MonteCarloConfig asked)
    {
        LoadPlugins();
        WorkflowConfig config = SignalFiles.Attach(RunFileTree.Parse(run.Manifest.Config.ToJsonString(), Config.File ?? run.Folder).Read());
        return new MonteCarlo(run, config with { MonteCarlo = asked }, Sources, _plugins);
    }

    /// <summary>The hash of the specification of the run, or of the run a search varies; null if a plugin is missing.</summary>
    public string? SpecHash()
    {
        WorkflowConfig config = Varied;
        return LoadPlugins().Count == NamedPlugin.All(config).Count ? RunSpec.Of(config, _plugins).Hash : null;
    }

    /// <summary>Creates the recorder of a look at held-out days, or returns null if the run does not view them.</summary>
    public HoldoutRecorder? CreateHoldoutRecorder() => Config.Holdout is { IsLook: true } ? new HoldoutRecorder([_plugins], TimeProvider.System) : null;

    /// <summary>Opens the ledger named in the run file, or the one beside it.</summary>
    /// <exception cref="InputException">The ledger cannot be opened.</exception>
    public ITrialLedger OpenLedger() => TrialLedgers.Open(Config.Ledger, Path.GetDirectoryName(Path.GetFullPath(Config.File ?? ".")) ?? ".");

    /// <summary>Creates the recorder of a run's folder, after loading the run's plugins.</summary>
    /// <exception cref="InputException">A plugin cannot be used.</exception>
    public RunFolderRecorder CreateRecorder(WorkflowConfig config) => new(CreateRecord(config), TimeProvider.System);

    /// <summary>Creates the recorder of the folder of a run that ends with signals, after loading the run's plugins.</summary>
    /// <exception cref="InputException">A plugin cannot be used.</exception>
    public SignalFolderRecorder CreateSignalRecorder(WorkflowConfig config) => new(CreateRecord(config), TimeProvider.System);

    private static Workspace Open(RunFileTree tree, RunFileRequest request, bool isCollectible, bool readsAhead)
    {
        WorkflowConfig config = tree.Read();
        // A plugin source must wait for its plugin, and plugins are loaded one after another.
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
        bool areAllThere = LoadPlugins().Count == NamedPlugin.All(config).Count; // the tree reports missing ones
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
