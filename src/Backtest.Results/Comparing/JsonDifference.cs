using System.Text.Json.Nodes;

namespace Backtest.Results;

/// <summary>Finds the differences between two configurations. Named list items are compared by name, as <c>--set</c> addresses them.</summary>
internal static class JsonDifference
{
    /// <summary>The values that differ, each with its path.</summary>
    public static IEnumerable<ValueDifference> Of(JsonNode? first, JsonNode? second, string path = "")
    {
        if (JsonNode.DeepEquals(first, second))
            return [];
        return (first, second) switch
        {
            (JsonObject one, JsonObject other) => one.Select(entry => entry.Key).Union(other.Select(entry => entry.Key), StringComparer.Ordinal)
                .SelectMany(key => Of(one[key], other[key], path.Length == 0 ? key : $"{path}.{key}")),
            (JsonArray one, JsonArray other) when one.Concat(other).All(item => NameOf(item) is not null) =>
                Of(ByName(one), ByName(other), path),
            (JsonArray one, JsonArray other) when one.Count == other.Count => one.Zip(other).SelectMany((pair, index) => Of(pair.First, pair.Second, $"{path}[{index}]")),
            _ => [new ValueDifference(path, first?.ToJsonString(), second?.ToJsonString())],
        };
    }

    private static string? NameOf(JsonNode? item) => item is JsonObject named && named["name"] is JsonValue name ? (string?)name : null;

    private static JsonObject ByName(JsonArray items)
    {
        var named = new JsonObject();
        foreach (JsonNode? item in items)
            named[NameOf(item)!] = item!.DeepClone();
        return named;
    }
}
