using Backtest.Abstractions.Runtime;

namespace Backtest.Hosting;

/// <summary>A plugin whose assembly is loaded.</summary>
/// <param name="Choice">The plugin and its package.</param>
/// <param name="Sha256">The SHA-256 of the package's content as it was loaded.</param>
/// <param name="Factory">The plugin's factory.</param>
public sealed record LoadedPlugin(PluginChoice Choice, string Sha256, PluginFactory Factory);
