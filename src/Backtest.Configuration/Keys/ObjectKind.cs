using System.Text.Json.Nodes;
using Backtest.Abstractions.Runtime;
using Backtest.Configuration.Schema;

namespace Backtest.Configuration.Keys;

/// <summary>A map of known keys.</summary>
/// <param name="keys">The keys.</param>
/// <param name="build">Makes the value from them.</param>
internal sealed class ObjectKind<T>(IReadOnlyList<IKey<T>> keys, Func<MapReader, T> build) : ValueKind<T>
{
    /// <summary>The key that names the plugin.</summary>
    public string PluginKey { get; init; } = "type";

    /// <summary>The kind of plugin that <see cref="PluginKey"/> names and <c>parameters</c> belong to; <see langword="null"/> for none.</summary>
    public PluginKind? Plugin { get; init; }

    /// <summary>The kind that <c>type</c> names instead if there is a key for what it holds; <see langword="null"/> for none.</summary>
    public (PluginKind Kind, string Key)? Holder { get; init; }

    /// <summary>The name of the definition in the schema; <see langword="null"/> if it is written where it is used.</summary>
    public string? Definition { get; init; }

    /// <summary>Where keys that are often written here belong, by key.</summary>
    public IReadOnlyDictionary<string, string> Elsewhere { get; init; } = new Dictionary<string, string>();

    /// <inheritdoc/>
    public override string? WrittenOut(string word) => Plugin is null ? null : $"{{{PluginKey}: {word}}}";

    /// <inheritdoc/>
    public override T Read(Place place)
    {
        if (place.Node is not ParameterMap map)
        {
            if (place.Node is ParameterScalar { Text.Length: > 0 } word && !place.Value.IsNull && WrittenOut(word.Text) is { } whole)
                place.Error("wrong_type", $"found '{FoundText.Clip(word.Text)}', expected a map of keys and values.", $"Write {FoundText.Clip(whole)}.");
            else
                place.Value.ToFields(); // reports the wrong type
            return default!; // never used: the error stops the reading
        }

        string[] known = [.. keys.Select(key => key.Name)];
        foreach (ParameterEntry entry in map.Entries.Where(entry => !known.Contains(entry.Key)))
        {
            place.Errors.Report(
                "unknown_key",
                place.Child(entry.Key),
                entry.KeyPosition,
                $"'{entry.Key}' is not known here.",
                Elsewhere.TryGetValue(entry.Key, out string? section)
                    ? $"It belongs under '{section}': move it there."
                    : NearestName.Advice(entry.Key, known));
        }

        return build(new MapReader(map, place));
    }

    /// <inheritdoc/>
    public override JsonNode Write(T value) =>
        new JsonObject(keys
            .Select(key => KeyValuePair.Create(key.Name, key.Write(value))).Where(pair => pair.Value is not null));

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBuilder schema) =>
        Definition is null ? DescribeHere(schema) : schema.Define(Definition, () => DescribeHere(schema));

    private JsonObject DescribeHere(SchemaBuilder schema)
    {
        var properties = new JsonObject(keys.Select(key => KeyValuePair.Create<string, JsonNode?>(key.Name, key.Describe(schema))));
        var result = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        string[] required = [.. keys.Where(key => key.IsRequired).Select(key => key.Name)];
        if (required.Length > 0)
            result["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]);
        if (Plugin is { } kind)
            schema.AddPlugins(result, kind, PluginKey, Holder);
        return result;
    }
}
