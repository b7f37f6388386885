using System.Collections.Immutable;
using System.Reflection;
using Backtest.Abstractions.Runtime;
using Backtest.Data;
using Backtest.Engine;
using Backtest.Hosting;

namespace Backtest;

/// <summary>
/// Where a run or an experiment comes from, and the plugins it may name, which are searched for once they are needed. Instances created from one
/// another share them.
/// </summary>
internal sealed class RunSource : IDisposable
{
    private readonly Lazy<ProgramPlugins> _plugins;

    private RunSource(string? file, IReadOnlyList<string> runFileFolders, ImmutableArray<string> folders, ImmutableArray<Assembly> assemblies)
    {
        File = file;
        RunFileFolders = runFileFolders;
        Folders = folders;
        Assemblies = assemblies;
        _plugins = new Lazy<ProgramPlugins>(() => new ProgramPlugins(
            PluginFolders.Usual(
                file is null ? [.. Folders, .. RunFileFolders] : Folders, file, RunFileFolders, AppContext.BaseDirectory, Directory.GetCurrentDirectory()),
            Assemblies));
    }

    /// <summary>The run file, or null for a run described in C#.</summary>
    public string? File { get; }

    /// <summary>The plugins it may name.</summary>
    public ProgramPlugins Plugins => _plugins.Value;

    /// <summary>Opens bar sources, including those of plugins.</summary>
    public BarSources Bars => new(id => Plugins.Find(PluginKind.BarSource, id) as BarSourceFactory);

    private IReadOnlyList<string> RunFileFolders { get; }

    private ImmutableArray<string> Folders { get; }

    private ImmutableArray<Assembly> Assemblies { get; }

    /// <summary>The source of a run.</summary>
    public static RunSource Of(WorkflowConfig config) => new(config.File, config.PluginFolders, [], []);

    /// <summary>The same with further assemblies of plugins, after those named before.</summary>
    public RunSource With(IEnumerable<Assembly> assemblies) => new(File, RunFileFolders, Folders, [.. Assemblies, .. assemblies]);

    /// <summary>The same with further folders of plugins, after those named before.</summary>
    public RunSource With(IEnumerable<string> folders) => new(File, RunFileFolders, [.. Folders, .. folders], Assemblies);

    /// <summary>The same source with another configuration; itself if plugins are searched for in the same places.</summary>
    public RunSource For(WorkflowConfig config) =>
        config.PluginFolders.SequenceEqual(RunFileFolders) ? this : new RunSource(File, config.PluginFolders, Folders, Assemblies);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_plugins.IsValueCreated)
            _plugins.Value.Dispose();
    }
}
