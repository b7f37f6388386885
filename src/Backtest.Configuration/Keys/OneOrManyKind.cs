using System.Text.Json.Nodes;
using Backtest.Configuration.Schema;

namespace Backtest.Configuration.Keys;

/// <summary>One item, or a list of items. A single item is written without a list.</summary>
internal sealed class OneOrManyKind<T>(ValueKind<T> item) : ValueKind<IReadOnlyList<T>>
{
    private readonly ListKind<T> _list = new(item);

    /// <inheritdoc/>
    public override IReadOnlyList<T> Read(Place place)
    {
        if (place.Node is not ParameterList list)
            return [item.Read(place)];
        if (list.Items.Count == 0)
            place.Error("empty_list", "the list is empty.", "Add at least one item.");
        return _list.Read(place);
    }

    /// <inheritdoc/>
    public override JsonNode? Write(IReadOnlyList<T> value) => value.Count == 1 ? item.Write(value[0]) : _list.Write(value);

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBuilder schema) =>
        new() { ["oneOf"] = new JsonArray(item.Describe(schema), _list.Describe(schema)) };
}
