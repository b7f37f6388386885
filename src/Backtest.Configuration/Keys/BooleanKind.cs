using System.Text.Json.Nodes;
using Backtest.Configuration.Schema;

namespace Backtest.Configuration.Keys;

/// <summary>True or false.</summary>
internal sealed class BooleanKind : ValueKind<bool>
{
    /// <inheritdoc/>
    public override bool Read(Place place) => place.Value.ToBoolean();

    /// <inheritdoc/>
    public override JsonNode Write(bool value) => value;

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBuilder schema) => new() { ["type"] = "boolean" };
}
