using System.Text.Json.Nodes;
using Backtest.Configuration.Schema;

namespace Backtest.Configuration.Keys;

/// <summary>A list of values of any kind, kept as written.</summary>
internal sealed class AnyListKind : ValueKind<IReadOnlyList<ParameterNode>?>
{
    /// <inheritdoc/>
    public override IReadOnlyList<ParameterNode>? Read(Place place)
    {
        if (place.Node is ParameterList list)
            return list.Items;
        place.Value.ToList(value => value); // reports the wrong type
        return null;
    }

    /// <inheritdoc/>
    public override JsonNode? Write(IReadOnlyList<ParameterNode>? value) =>
        value is null ? null : new JsonArray([.. value.Select(ParameterJson.Write)]);

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBuilder schema) => new() { ["type"] = "array" };
}
