using System.Text.Json.Nodes;
using Backtest.Configuration.Keys;
using Backtest.Configuration.Schema;

namespace Backtest.Configuration.Sections;

/// <summary><c>source</c>: a word for a source that is built in, or the id of a bar source plugin.</summary>
/// <param name="words">The words.</param>
internal sealed class SourceKind(params string[] words) : ValueKind<string>
{
    /// <inheritdoc/>
    public override string Read(Place place) => place.Value.ToText();

    /// <inheritdoc/>
    public override JsonNode Write(string value) => value;

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBuilder schema) =>
        new() { ["anyOf"] = new JsonArray([.. words.Select(word => new JsonObject { ["const"] = word })]) };
}
