using System.Text.Json.Nodes;
using Backtest.Configuration.Keys;
using Backtest.Configuration.Schema;
using Backtest.Engine;

namespace Backtest.Configuration.Sections;

/// <summary>An expression, with its place.</summary>
internal sealed class ConstraintKind : ValueKind<SearchConstraintConfig>
{
    /// <inheritdoc/>
    public override SearchConstraintConfig Read(Place place) => new(Kinds.Text.Read(place) ?? "", place.Node.Position);

    /// <inheritdoc/>
    public override JsonNode? Write(SearchConstraintConfig value) => Kinds.Text.Write(value.Expression);

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBuilder schema) => Kinds.Text.Describe(schema);
}
