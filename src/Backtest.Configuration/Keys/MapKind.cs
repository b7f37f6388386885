using System.Text.Json.Nodes;
using Backtest.Configuration.Schema;

namespace Backtest.Configuration.Keys;

/// <summary>A map whose keys the user chooses, in the order written.</summary>
internal sealed class MapKind<T>(ValueKind<T> item) : ValueKind<IReadOnlyList<KeyValuePair<string, T>>>
{
    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, T>> Read(Place place)
    {
        if (place.Node is ParameterMap map)
            return [.. map.Entries.Select(entry => KeyValuePair.Create(entry.Key, item.Read(place with { Node = entry.Value, Path = place.Child(entry.Key) })))];
        place.Value.ToFields(); // reports the wrong type
        return [];
    }

    /// <inheritdoc/>
    public override JsonNode Write(IReadOnlyList<KeyValuePair<string, T>> value) =>
        new JsonObject(value.Select(pair => KeyValuePair.Create(pair.Key, item.Write(pair.Value))));

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBuilder schema) =>
        new() { ["type"] = "object", ["additionalProperties"] = item.Describe(schema) };
}
