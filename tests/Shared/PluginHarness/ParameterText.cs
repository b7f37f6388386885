using System.Text.Json;

namespace Backtest.Tests;

/// <summary>Parameters written as JSON, as a plugin's binder takes them.</summary>
internal static class ParameterText
{
    public static ParameterMap Parse(string json) => (ParameterMap)Node(JsonDocument.Parse(json).RootElement);

    private static ParameterNode Node(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new ParameterMap(
            [.. element.EnumerateObject().Select(entry => new ParameterEntry(entry.Name, default, Node(entry.Value)))], default),
        JsonValueKind.Array => new ParameterList([.. element.EnumerateArray().Select(Node)], default),
        JsonValueKind.String => new ParameterScalar(element.GetString()!, IsQuoted: false, default),
        _ => new ParameterScalar(element.GetRawText(), IsQuoted: false, default),
    };
}
