using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Where the tree gets its plugins from.</summary>
public interface IPluginSource
{
    /// <summary>Finds a plugin by the id a run file gives, loading its assembly when it must.</summary>
    /// <returns>The plugin's factory; <see langword="null"/>: there is none of this kind and id here.</returns>
    /// <exception cref="InputException">Two packages have the id, or the plugin cannot be loaded.</exception>
    PluginFactory? Find(PluginKind kind, string type);

    /// <summary>The ids there are of a kind, in ordinal order.</summary>
    IReadOnlyList<string> Ids(PluginKind kind);
}
