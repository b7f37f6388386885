using System.Text.Json.Nodes;

namespace Backtest.Research;

/// <summary>The result of a research workflow.</summary>
public sealed record ResearchResult
{
    /// <summary>Its folder, with a subfolder for each step.</summary>
    public required string Folder { get; init; }

    /// <summary>The results of the completed steps, in order.</summary>
    public required IReadOnlyList<StepResult> Steps { get; init; }

    /// <summary>The result of a step.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="KeyNotFoundException">There is no such step, or it is not complete.</exception>
    public StepResult Step(string name) => Steps.FirstOrDefault(step => step.Name == name)
        ?? throw new KeyNotFoundException($"No step '{name}' is done. Available: {string.Join(", ", Steps.Select(step => step.Name))}.");

    /// <summary>Whether it was interrupted; the same call resumes it.</summary>
    public required bool IsInterrupted { get; init; }

    /// <summary>The result as a document.</summary>
    public JsonObject ToJson() => new()
    {
        ["research"] = Folder,
        ["interrupted"] = IsInterrupted,
        ["steps"] = new JsonArray([.. Steps.Select(step => (JsonNode)step.ToJson())]),
    };
}
