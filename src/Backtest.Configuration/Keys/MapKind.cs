using System.Text.Json.Nodes;
using Backtest.Configuration.Schema;

namespace Backtest.Configuration.Keys;

/// <summary>A map whose keys the user chooses, in the order written.</summary>
internal sealed class MapKind<T>(ValueKind<T> item) : ValueKind<IReadOnlyList<KeyValuePair<string, T>>>
{
    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, T>> Read(Place place)
    {
        if (place.Node is not ParameterMap map)
        {
            place.Value.ToFields(); // reports the wrong type
            return [];
        }

        var pairs = new List<KeyValuePair<string, T>>(map.Entries.Count);
        foreach (ParameterEntry entry in map.Entries)
        {
            if (item.Read(place with { Node = entry.Value, Path = place.Child(entry.Key) }) is { } value)
                pairs.Add(KeyValuePair.Create(entry.Key, value));
        }

        return pairs;
    }

    /// <inheritdoc/>
    public override JsonNode Write(IReadOnlyList<KeyValuePair<string, T>> value) =>
        new JsonObject(value.Select(pair => KeyValuePair.Create(pair.Key, item.Write(pair.Value))));

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBuilder schema) =>
        new() { ["type"] = "object", ["additionalProperties"] = item.Describe(schema) };
}
