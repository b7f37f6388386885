using System.Text.Json.Nodes;
using Backtest.Abstractions.Runtime;

namespace Backtest.Configuration.Schema;

/// <summary>What the parts of a schema share: the available plugins, and the definitions made so far.</summary>
/// <param name="plugins">The plugins.</param>
internal sealed class SchemaBuilder(IReadOnlyList<PluginListing> plugins)
{
    /// <summary>The definitions, by name.</summary>
    public JsonObject Definitions { get; } = [];

    /// <summary>A reference to a definition, which is made once.</summary>
    public JsonObject Define(string name, Func<JsonObject> make)
    {
        if (!Definitions.ContainsKey(name))
        {
            Definitions[name] = null; // so that a definition that refers to itself finds its entry
            Definitions[name] = make();
        }

        return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
    }

    /// <summary>Whether there are plugins of a kind.</summary>
    public bool Lists(PluginKind kind) => plugins.Any(plugin => plugin.Kind == kind);

    /// <summary>The available ids of a kind, in ordinal order.</summary>
    public IEnumerable<string> Ids(PluginKind kind) =>
        plugins.Where(plugin => plugin.Kind == kind).Select(plugin => plugin.Id).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Lets a key be the id of a plugin, or <c>Package.Id/id</c>, and <c>parameters</c> what that plugin takes.</summary>
    /// <param name="schema">The schema of the object.</param>
    /// <param name="kind">The kind of plugin.</param>
    /// <param name="key">The key that names it; its own words stay allowed.</param>
    /// <param name="holder">The kind that <c>type</c> may also name, with the key such a plugin needs and others may not have.</param>
    public void AddPlugins(JsonObject schema, PluginKind kind, string key, (PluginKind Kind, string Key)? holder)
    {
        PluginListing[] listed =
        [
            .. plugins.Where(plugin => plugin.Kind == kind || plugin.Kind == holder?.Kind)
                .OrderBy(plugin => plugin.Id, StringComparer.Ordinal).ThenBy(plugin => plugin.Kind.Id, StringComparer.Ordinal),
        ];
        if (listed.Length == 0)
            return;
        JsonObject type = schema["properties"]![key]!.AsObject();
        type.Remove("type");
        IEnumerable<JsonNode> words = (type["anyOf"] as JsonArray)?.Select(word => word!.DeepClone()) ?? [];
        var inPackage = new JsonObject
        {
            ["type"] = "string",
            ["pattern"] = "/",
            ["description"] = "Package.Id/id, if two packages have the id.",
        };
        type["anyOf"] = new JsonArray([.. words, .. listed.Select(Name), inPackage]);
        schema["allOf"] = new JsonArray([.. listed.Select(plugin => Choose(plugin, key, holder))]);
    }

    private static JsonObject Name(PluginListing plugin) => new() { ["const"] = plugin.Id, ["description"] = plugin.Description };

    private static JsonObject Choose(PluginListing plugin, string naming, (PluginKind Kind, string Key)? holder)
    {
        var properties = new JsonObject { ["parameters"] = JsonNode.Parse(plugin.ParametersSchema) };
        var then = new JsonObject { ["properties"] = properties };
        if (plugin.Kind == holder?.Kind)
            then["required"] = new JsonArray(holder.Value.Key);
        else if (holder is { Key: var key })
            properties[key] = false;
        return new JsonObject
        {
            ["if"] = new JsonObject
            {
                ["properties"] = new JsonObject { [naming] = new JsonObject { ["const"] = plugin.Id } },
                ["required"] = new JsonArray(naming), // a map that names no plugin is not one of them
            },
            ["then"] = then,
        };
    }
}
