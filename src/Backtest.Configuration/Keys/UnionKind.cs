using System.Text.Json.Nodes;
using Backtest.Configuration.Schema;

namespace Backtest.Configuration.Keys;

/// <summary>One of several maps, told apart by <c>type</c>. A case without required keys may be written as its type alone.</summary>
internal sealed class UnionKind<T>(params UnionCase<T>[] cases) : ValueKind<T>
{
    private const string TypeKey = "type";

    /// <inheritdoc/>
    public override T Read(Place place)
    {
        if (place.Node is ParameterScalar scalar && !place.Value.IsNull)
        {
            var entry = new ParameterEntry(TypeKey, scalar.Position, scalar);
            place = place with { Node = new ParameterMap([entry], scalar.Position) };
        }

        string? type = place.Value.ToVariant([.. cases.Select(choice => choice.Type)]);
        UnionCase<T>? chosen = cases.FirstOrDefault(choice => choice.Type == type);
        return chosen is null ? default! : chosen.Map.Read(place); // no case is reported, and stops the reading
    }

    /// <inheritdoc/>
    public override JsonNode Write(T value) => cases.First(choice => choice.IsCase(value)).Map.Write(value);

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBuilder schema)
    {
        JsonNode[] words = [.. cases.Where(choice => choice.IsWord).Select(choice => choice.Type)];
        var word = new JsonObject { ["enum"] = new JsonArray(words) };
        return new JsonObject { ["oneOf"] = new JsonArray([word, .. cases.Select(choice => choice.Map.Describe(schema))]) };
    }
}
