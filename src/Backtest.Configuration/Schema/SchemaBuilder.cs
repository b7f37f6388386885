using System.Text.Json.Nodes;
using Backtest.Abstractions.Runtime;

namespace Backtest.Configuration.Schema;

/// <summary>What the parts of a schema share: the plugins there are, and the definitions made so far.</summary>
/// <param name="plugins">The plugins.</param>
internal sealed class SchemaBuilder(IReadOnlyList<PluginListing> plugins)
{
    /// <summary>The definitions, by name.</summary>
    public JsonObject Definitions { get; } = [];

    /// <summary>A reference to a definition, which is made once.</summary>
    public JsonObject Define(string name, Func<JsonObject> make)
    {
        if (!Definitions.ContainsKey(name))
            Definitions[name] = make();
        return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
    }

    /// <summary>Lets <c>type</c> be the id of a plugin, or <c>Package.Id/id</c>, and <c>parameters</c> what that plugin takes.</summary>
    public void AddPlugins(JsonObject schema, PluginKind kind)
    {
        PluginListing[] listed = [.. plugins.Where(plugin => plugin.Kind == kind).OrderBy(plugin => plugin.Id, StringComparer.Ordinal)];
        if (listed.Length == 0)
            return;
        JsonObject type = schema["properties"]!["type"]!.AsObject();
        type.Remove("type");
        var inPackage = new JsonObject
        {
            ["type"] = "string",
            ["pattern"] = "/",
            ["description"] = "Package.Id/id, where two packages have the id.",
        };
        type["anyOf"] = new JsonArray([.. listed.Select(Name), inPackage]);
        schema["allOf"] = new JsonArray([.. listed.Select(Choose)]);
    }

    private static JsonObject Name(PluginListing plugin) => new() { ["const"] = plugin.Id, ["description"] = plugin.Description };

    private static JsonObject Choose(PluginListing plugin) => new()
    {
        ["if"] = new JsonObject { ["properties"] = new JsonObject { ["type"] = new JsonObject { ["const"] = plugin.Id } } },
        ["then"] = new JsonObject { ["properties"] = new JsonObject { ["parameters"] = JsonNode.Parse(plugin.ParametersSchema) } },
    };
}
