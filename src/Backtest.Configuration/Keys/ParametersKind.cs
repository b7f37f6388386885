using System.Text.Json.Nodes;
using Backtest.Configuration.Schema;

namespace Backtest.Configuration.Keys;

/// <summary>A plugin's parameters, passed on as written, because the plugin knows what they may be.</summary>
internal sealed class ParametersKind : ValueKind<ParameterMap>
{
    /// <inheritdoc/>
    public override ParameterMap Read(Place place)
    {
        if (place.Node is ParameterMap map)
            return map;
        place.Value.ToFields(); // reports the wrong type
        return ParameterMap.Empty;
    }

    /// <inheritdoc/>
    public override JsonNode? Write(ParameterMap value) => ParameterJson.Write(value);

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBuilder schema) => new() { ["type"] = "object" };
}
