using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Backtest.Research;

/// <summary>A judgement as a part of the document of an experiment.</summary>
public static class SignificanceJson
{
    /// <summary>Where it is in the document.</summary>
    internal const string Key = "significance";

    private static readonly SignificanceJsonContext Context = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase });

    /// <summary>The judgement as JSON.</summary>
    public static JsonNode ToNode(Significance significance) => JsonSerializer.SerializeToNode(significance, Context.Significance)!;

    /// <summary>Reads the judgement, or null if there is none.</summary>
    internal static Significance? Read(JsonNode? judgement) => judgement?.Deserialize(Context.Significance);
}

/// <summary>Generated serializers of judgements.</summary>
[JsonSerializable(typeof(Significance))]
internal sealed partial class SignificanceJsonContext : JsonSerializerContext;
