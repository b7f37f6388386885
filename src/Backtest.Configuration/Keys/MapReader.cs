namespace Backtest.Configuration.Keys;

/// <summary>Reads the keys of one map.</summary>
/// <param name="map">The map.</param>
/// <param name="place">Its place.</param>
internal sealed class MapReader(ParameterMap map, Place place)
{
    /// <summary>The position of the map.</summary>
    public SourcePosition Position => map.Position;

    /// <summary>The map as written.</summary>
    public ParameterMap Map => map;

    /// <summary>The keys that lead to the map.</summary>
    public string Path => place.Path;

    /// <summary>The value of a key, or its default.</summary>
    public T Get<TOwner, T>(Key<TOwner, T> key)
    {
        if (Find(key.Name) is { } found)
            return key.Read(found);
        if (key.IsRequired)
        {
            place.Errors.Report(
                "missing_key",
                place.Child(key.Name),
                map.Position,
                key.Need is { } need ? $"'{key.Name}' is missing: {need.Reason}." : $"'{key.Name}' is missing.",
                key.Need is { Example: var example } ? $"Write, for example, {key.Name}: {example}." : $"Add '{key.Name}'; it has no default.");
        }

        return key.Default!; // never used when required: the error above stops the reading
    }

    /// <summary>Whether a key is present with a value.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>Reports the value of a key.</summary>
    public void Error(string key, string code, string message, string? fix = null) =>
        (Find(key) ?? place with { Path = place.Child(key) }).Error(code, message, fix);

    /// <summary>Reports a key that is missing somewhere below, which only the map as a whole shows.</summary>
    /// <param name="path">The path of the key.</param>
    /// <param name="position">The map it is missing in.</param>
    /// <param name="fix">How to fix it, or null to suggest adding it.</param>
    public void Missing(string path, SourcePosition position, string? fix = null)
    {
        string name = path[(path.LastIndexOf('.') + 1)..];
        place.Errors.Report("missing_key", place.Child(path), position, $"'{name}' is missing.", fix ?? $"Add '{name}'; it has no default.");
    }

    private Place? Find(string key) =>
        map.Find(key) is { } entry && new Place(entry.Value, place.Child(key), place.Errors) is { Value.IsNull: false } found
            ? found
            : null;
}
