using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>How a search did on days its winners were not chosen by.</summary>
public abstract record ValidationSummary
{
    /// <summary>How it was validated, as the run file says it.</summary>
    public required string Type { get; init; }

    /// <summary>The objective that chose.</summary>
    public required string Objective { get; init; }

    /// <summary>What limits these figures, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The figures in words: what each can say and what it cannot, a line each.</summary>
    [JsonIgnore]
    public IEnumerable<string> Sentences => [.. Lines(), .. Notes.Select(note => $"note: {note}")];

    /// <summary>The summary as a part of the document of an experiment.</summary>
    public abstract JsonNode ToJson();

    /// <summary>Reads the summary of a document, or null if there is none.</summary>
    public static ValidationSummary? Read(JsonNode? summary) => (string?)summary?["type"] switch
    {
        null => null,
        WalkForwardConfig.Word => summary.Deserialize(ValidationJsonContext.Camel.WalkForwardSummary),
        _ => summary.Deserialize(ValidationJsonContext.Camel.CrossValidationSummary),
    };

    /// <summary>The lines but the notes.</summary>
    protected abstract IEnumerable<string> Lines();
}

/// <summary>Generated serializers of validations.</summary>
[JsonSerializable(typeof(CrossValidationSummary))]
[JsonSerializable(typeof(WalkForwardSummary))]
internal sealed partial class ValidationJsonContext : JsonSerializerContext
{
    /// <summary>The one of experiments' documents.</summary>
    public static ValidationJsonContext Camel { get; } = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase });
}
