using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>The source of the tree's plugins.</summary>
public interface IPluginSource
{
    /// <summary>Finds a plugin by the id a run file gives, loading its assembly if necessary.</summary>
    /// <returns>The plugin's factory; <see langword="null"/> if there is none of this kind and id here.</returns>
    /// <exception cref="InputException">Two packages have the id, or the plugin cannot be loaded.</exception>
    PluginFactory? Find(PluginKind kind, string type);

    /// <summary>The available ids of a kind, in ordinal order.</summary>
    IReadOnlyList<string> Ids(PluginKind kind);

    /// <summary>The content of a plugin that <see cref="Find"/> finds: it distinguishes one release or build from another.</summary>
    /// <returns>The SHA-256 of what it came in, in lower-case hexadecimal; <see langword="null"/> if it cannot be determined.</returns>
    string? ContentHash(PluginKind kind, string type) => null;
}
