using System.Text.Json.Nodes;

namespace Backtest.Research;

/// <summary>What came of a research workflow.</summary>
public sealed record ResearchResult
{
    /// <summary>Its folder, which has one for each step.</summary>
    public required string Folder { get; init; }

    /// <summary>What came of the steps that are done, in their order.</summary>
    public required IReadOnlyList<StepResult> Steps { get; init; }

    /// <summary>What came of a step.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="KeyNotFoundException">There is no such step, or it is not done.</exception>
    public StepResult Step(string name) => Steps.FirstOrDefault(step => step.Name == name)
        ?? throw new KeyNotFoundException($"No step '{name}' is done. There are: {string.Join(", ", Steps.Select(step => step.Name))}.");

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
