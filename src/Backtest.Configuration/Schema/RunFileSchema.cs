using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Backtest.Configuration.Sections;

namespace Backtest.Configuration.Schema;

/// <summary>The JSON schema of run files, for editors.</summary>
public static class RunFileSchema
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the schema (draft 2020-12), in which <c>type</c> chooses the schema of <c>parameters</c>.</summary>
    /// <param name="plugins">The available plugins.</param>
    public static string Create(IEnumerable<PluginListing> plugins)
    {
        var builder = new SchemaBuilder([.. plugins]);
        JsonObject run = RunSection.Kind.Describe(builder);
        WorkflowKeys.Describe(run);
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = "Backtest run file" };
        foreach ((string key, JsonNode? value) in run.ToArray())
        {
            run.Remove(key);
            schema[key] = value;
        }

        schema["$defs"] = builder.Definitions;
        return schema.ToJsonString(Readable);
    }
}
