using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Backtest.Research;

/// <summary>Converts a significance to and from a part of an experiment's document.</summary>
public static class SignificanceJson
{
    /// <summary>Its key in the document.</summary>
    internal const string Key = "significance";

    private static readonly SignificanceJsonContext Context = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase });

    /// <summary>The significance as JSON.</summary>
    public static JsonNode ToNode(Significance significance) => JsonSerializer.SerializeToNode(significance, Context.Significance)!;

    /// <summary>Reads the significance, or null if there is none.</summary>
    internal static Significance? Read(JsonNode? judgement) => judgement?.Deserialize(Context.Significance);
}

/// <summary>Generated serializers of significance.</summary>
[JsonSerializable(typeof(Significance))]
internal sealed partial class SignificanceJsonContext : JsonSerializerContext;
