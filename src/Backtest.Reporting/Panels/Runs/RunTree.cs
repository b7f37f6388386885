using System.Text;
using System.Text.Json.Nodes;

namespace Backtest.Reporting;

/// <summary>Draws the containers of a run as a text tree.</summary>
internal static class RunTree
{
    /// <summary>The tree a configuration describes.</summary>
    public static string Of(JsonObject config)
    {
        var text = new StringBuilder();
        text.Append((string?)config["name"] ?? "run").Append('\n');
        Write(text, [.. Items(config, "classifiers").Select(node => ("classifier", node)),
            .. Items(config, "portfolios").Select(node => ("portfolio", node))], "");
        return text.ToString();
    }

    private static void Write(StringBuilder text, IReadOnlyList<(string Kind, JsonNode? Node)> nodes, string indent)
    {
        for (int i = 0; i < nodes.Count; i++)
        {
            (string kind, JsonNode? node) = nodes[i];
            bool isLast = i == nodes.Count - 1;
            // A node without a name is named by its type.
            string type = (string?)node?["name"] is { } name && (string?)node["type"] is { } id && id != name ? $" ({id})" : "";
            text.Append(indent).Append(isLast ? "└─ " : "├─ ").Append(kind).Append(' ').Append((string?)node?["name"] ?? (string?)node?["type"])
                .Append(type).Append('\n');
            Write(text, Children(kind, node), indent + (isLast ? "   " : "│  "));
        }
    }

    private static IReadOnlyList<(string Kind, JsonNode? Node)> Children(string kind, JsonNode? node) => kind switch
    {
        "classifier" => [.. Items(node, "portfolios").Select(child => ("portfolio", child))],
        "portfolio" => [.. node?["risk"] is { } risk ? [("risk manager", risk)] : Array.Empty<(string, JsonNode?)>(),
            .. Items(node, "strategies").Select(child => ("strategy", child))],
        _ => [.. Items(node, "strategies").Select(child => ("strategy", child))],
    };

    private static IEnumerable<JsonNode?> Items(JsonNode? owner, string key) => owner?[key] as JsonArray ?? [];
}
