using System.Text.Json.Nodes;
using Backtest.Abstractions.Runtime;
using Backtest.Configuration.Schema;

namespace Backtest.Configuration.Keys;

/// <summary>A list. In paths, an item is identified by its name, if it has one, as in <c>--set</c>.</summary>
internal sealed class ListKind<T>(ValueKind<T> item) : ValueKind<IReadOnlyList<T>>
{
    /// <inheritdoc/>
    public override IReadOnlyList<T> Read(Place place)
    {
        if (place.Node is ParameterList list)
            return [.. list.Items.Select((node, index) => item.Read(place with { Node = node, Path = PathOf(place, node, index) }))];
        if (place.Node is ParameterScalar { Text.Length: > 0 } word && !place.Value.IsNull && item.WrittenOut(word.Text) is { } one)
            place.Error("wrong_type", $"found '{FoundText.Clip(word.Text)}', expected a list.", $"Write a list with one item: [{FoundText.Clip(one)}].");
        else
            place.Value.ToList(value => value); // reports the wrong type
        return [];
    }

    /// <inheritdoc/>
    public override JsonNode Write(IReadOnlyList<T> value) => new JsonArray([.. value.Select(item.Write)]);

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBuilder schema) => new() { ["type"] = "array", ["items"] = item.Describe(schema) };

    private static string PathOf(Place place, ParameterNode node, int index) =>
        node is ParameterMap map && map["name"] is ParameterScalar { Text.Length: > 0 } name
            ? place.Child(name.Text)
            : $"{place.Path}[{index}]";
}
