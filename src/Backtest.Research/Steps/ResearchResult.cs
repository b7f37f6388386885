using System.Text.Json.Nodes;

namespace Backtest.Research;

/// <summary>What came of a research workflow.</summary>
public sealed record ResearchResult
{
    /// <summary>Its folder, which has one for each step.</summary>
    public required string Folder { get; init; }

    /// <summary>What came of the steps that are done, in their order.</summary>
    public required IReadOnlyList<StepResult> Steps { get; init; }

    /// <summary>Whether it was interrupted: the same again goes on where it ended.</summary>
    public required bool IsInterrupted { get; init; }

    /// <summary>The result as a document.</summary>
    public JsonObject ToJson() => new()
    {
        ["research"] = Folder,
        ["interrupted"] = IsInterrupted,
        ["steps"] = new JsonArray([.. Steps.Select(step => (JsonNode)step.ToJson())]),
    };
}
