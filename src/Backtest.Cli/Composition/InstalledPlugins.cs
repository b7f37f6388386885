using Backtest.Abstractions.Runtime;
using Backtest.Engine;
using Backtest.Hosting;

namespace Backtest.Cli.Composition;

/// <summary>Provides the engine with the plugins found in folders.</summary>
internal sealed class InstalledPlugins(PluginCatalog catalog, PluginLoader loader, PluginLocks locks) : IPluginSource
{
    /// <summary>Errors of folders whose plugins are unknown, and of packages that should exist but do not.</summary>
    public IReadOnlyList<InputError> Unreadable { get; } =
    [
        .. catalog.Packages.Where(package => package.Plugins.Count == 0).SelectMany(package => package.Problems),
        .. locks.NotInstalled(catalog),
    ];

    /// <inheritdoc/>
    public PluginFactory? Find(PluginKind kind, string type) =>
        catalog.Find(kind, type) is { } choice ? loader.Load(choice).Factory : null;

    /// <inheritdoc/>
    public IReadOnlyList<string> Ids(PluginKind kind) => catalog.Ids(kind);

    /// <inheritdoc/>
    public string? ContentHash(PluginKind kind, string type) => catalog.Find(kind, type) is { } choice ? loader.Load(choice).Sha256 : null;
}
