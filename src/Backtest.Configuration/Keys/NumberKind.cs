using System.Text.Json.Nodes;
using Backtest.Abstractions.Runtime;
using Backtest.Configuration.Schema;

namespace Backtest.Configuration.Keys;

/// <summary>A number within bounds.</summary>
/// <param name="type">The JSON type: <c>number</c> or <c>integer</c>.</param>
/// <param name="bounds">Its bounds.</param>
/// <param name="read">Reads it.</param>
/// <param name="write">Writes it.</param>
internal sealed class NumberKind<T>(
    string type, Bounds bounds, Func<ParameterValue, Bounds, T> read, Func<T, JsonNode> write) : ValueKind<T>
{
    /// <inheritdoc/>
    public override T Read(Place place) => read(place.Value, bounds);

    /// <inheritdoc/>
    public override JsonNode Write(T value) => write(value);

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBuilder schema)
    {
        var result = new JsonObject { ["type"] = type };
        if (double.IsFinite(bounds.Min))
            result[bounds.IsMinExcluded ? "exclusiveMinimum" : "minimum"] = bounds.Min;
        if (double.IsFinite(bounds.Max))
            result["maximum"] = bounds.Max;
        return result;
    }
}
