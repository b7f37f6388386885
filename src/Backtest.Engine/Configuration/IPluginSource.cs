using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>The source of the tree's plugins.</summary>
public interface IPluginSource
{
    /// <summary>Finds a plugin by the id a run file gives, loading its assembly if necessary.</summary>
    /// <returns>The plugin's factory; <see langword="null"/> if this source has no plugin of this kind and id.</returns>
    /// <exception cref="InputException">Two packages have the id, or the plugin cannot be loaded.</exception>
    PluginFactory? Find(PluginKind kind, string type);

    /// <summary>The available ids of a kind, in ordinal order.</summary>
    IReadOnlyList<string> Ids(PluginKind kind);

    /// <summary>A hash of the content of a plugin that <see cref="Find"/> finds, which distinguishes releases and builds.</summary>
    /// <returns>
    /// The SHA-256 of the package or file it was loaded from, in lower-case hexadecimal; <see langword="null"/> if it cannot be determined.
    /// </returns>
    string? ContentHash(PluginKind kind, string type) => null;
}
