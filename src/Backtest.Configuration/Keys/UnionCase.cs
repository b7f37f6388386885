using Backtest.Abstractions.Runtime;

namespace Backtest.Configuration.Keys;

/// <summary>One case of a union.</summary>
/// <param name="type">The word that chooses it; for a case of plugins, its name in errors.</param>
/// <param name="isCase">Whether a value is of this case.</param>
/// <param name="keys">Its own keys besides the one that chooses it.</param>
/// <param name="build">Makes a value from them.</param>
internal sealed class UnionCase<T>(string type, Func<T, bool> isCase, IReadOnlyList<IKey<T>> keys, Func<MapReader, T> build)
{
    /// <summary>The word that chooses it; for a case of plugins, its name in errors.</summary>
    public string Type => type;

    /// <summary>Its own keys besides the one that chooses it.</summary>
    public IReadOnlyList<IKey<T>> Keys => keys;

    /// <summary>The key that chooses it if any plugin id does; <see langword="null"/> if the word does.</summary>
    public IKey<T>? Plugin { get; init; }

    /// <summary>The kind of plugin that is named in place of a word; <see langword="null"/> for none.</summary>
    public PluginKind? PluginKind { get; init; }

    /// <summary>Why it lacks a key that other cases have, by key; keys that need no reason are left out.</summary>
    public IReadOnlyDictionary<string, string> Refusals { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the word alone is sufficient.</summary>
    public bool IsWord => !keys.Any(key => key.IsRequired);

    /// <summary>Whether a value is of this case.</summary>
    public bool IsCase(T value) => isCase(value);

    /// <summary>Whether it has a key of its own by this name.</summary>
    public bool Has(string name) => keys.Any(key => key.Name == name);

    /// <summary>The whole map, with the key that chooses the case.</summary>
    /// <param name="tag">The key that holds the word.</param>
    public ObjectKind<T> Map(IKey<T> tag) => new([Plugin ?? tag, .. keys], build)
    {
        PluginKey = tag.Name,
        Plugin = PluginKind,
    };
}
