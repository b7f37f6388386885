using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Backtest.Research;

/// <summary>Reads and writes figures of steps.</summary>
internal static class StepFigures
{
    /// <summary>Figures as a document.</summary>
    public static JsonObject Write<T>(T figures, JsonTypeInfo<T> type) => JsonSerializer.SerializeToNode(figures, type)!.AsObject();

    /// <summary>The figures in a document, or null if it has none of the kind.</summary>
    public static T? Read<T>(StepResult step, string type, JsonTypeInfo<T> info)
        where T : class => step.Type == type ? step.Figures.Deserialize(info) : null;
}

/// <summary>Serializes the figures in camel case.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SearchFigures))]
[JsonSerializable(typeof(RegimesFigures))]
[JsonSerializable(typeof(EnsembleFigures))]
[JsonSerializable(typeof(HoldoutFigures))]
internal sealed partial class StepFiguresJson : JsonSerializerContext;
