using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Backtest.Engine;

namespace Backtest.Research;

/// <summary>The results of a search on days that its winners were not chosen by.</summary>
public abstract record ValidationSummary
{
    /// <summary>The type of validation, as in the run file.</summary>
    public required string Type { get; init; }

    /// <summary>The objective that trials were chosen by.</summary>
    public required string Objective { get; init; }

    /// <summary>Limits of these figures, one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The figures in words: what each shows and what it does not, one line each.</summary>
    [JsonIgnore]
    public IEnumerable<string> Sentences => [.. Lines(), .. Notes.Select(note => $"note: {note}")];

    /// <summary>The summary as a part of an experiment's document.</summary>
    public abstract JsonNode ToJson();

    /// <summary>Reads the summary from a document, or null if there is none.</summary>
    public static ValidationSummary? Read(JsonNode? summary) => (string?)summary?["type"] switch
    {
        null => null,
        WalkForwardConfig.Word => summary.Deserialize(ValidationJsonContext.Camel.WalkForwardSummary),
        _ => summary.Deserialize(ValidationJsonContext.Camel.CrossValidationSummary),
    };

    /// <summary>The lines without the notes.</summary>
    protected abstract IEnumerable<string> Lines();
}

/// <summary>Generated serializers of validations.</summary>
[JsonSerializable(typeof(CrossValidationSummary))]
[JsonSerializable(typeof(WalkForwardSummary))]
internal sealed partial class ValidationJsonContext : JsonSerializerContext
{
    /// <summary>The serializers for experiments' documents.</summary>
    public static ValidationJsonContext Camel { get; } = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase });
}
