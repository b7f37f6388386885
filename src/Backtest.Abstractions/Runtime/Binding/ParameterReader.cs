using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>Reads the keys of one map. Generated binders ask for each key they know; keys not asked for are then unknown.</summary>
/// <param name="map">The map as written.</param>
/// <param name="path">Its path below the plugin's parameters; empty for the parameters themselves.</param>
/// <param name="errors">Receives the errors.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ParameterReader(ParameterMap map, string path, ParameterErrors errors)
{
    private readonly List<string> _known = [];

    /// <summary>A reader of a plugin's parameters.</summary>
    public ParameterReader(ParameterMap parameters, ParameterErrors errors)
        : this(parameters, "", errors)
    {
    }

    /// <summary>The value of a key that may be left out.</summary>
    /// <param name="key">The key.</param>
    /// <param name="fallback">The value if the key is left out.</param>
    /// <param name="convert">Converts what is written.</param>
    public T Read<T>(string key, T fallback, Func<ParameterValue, T> convert)
    {
        _known.Add(key);
        return map[key] is { } node ? convert(new ParameterValue(node, PathOf(key), errors)) : fallback;
    }

    /// <summary>The value of a key that must be there.</summary>
    /// <param name="key">The key.</param>
    /// <param name="convert">Converts what is written.</param>
    public T Require<T>(string key, Func<ParameterValue, T> convert)
    {
        _known.Add(key);
        if (map[key] is { } node)
            return convert(new ParameterValue(node, PathOf(key), errors));
        errors.Report("missing_key", PathOf(key), map.Position, $"'{key}' is missing.", $"Add '{key}'; it has no default.");
        return default!; // never used: the error above stops the binding
    }

    /// <summary>Marks a key that is read elsewhere as known.</summary>
    public void Skip(string key) => _known.Add(key);

    /// <summary>Reports each key that was not asked for.</summary>
    public void RejectUnknown()
    {
        foreach (ParameterEntry entry in map.Entries)
        {
            if (!_known.Contains(entry.Key))
            {
                errors.Report("unknown_key", PathOf(entry.Key), entry.KeyPosition,
                    $"'{entry.Key}' is not known here.", NearestName.Advice(entry.Key, _known));
            }
        }
    }

    private string PathOf(string key) => path.Length == 0 ? key : $"{path}.{key}";
}
