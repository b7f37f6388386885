using System.Text.Json.Nodes;

namespace Backtest.Research;

/// <summary>The result of a step of a research workflow.</summary>
public sealed record StepResult
{
    /// <summary>The name of the step.</summary>
    public required string Name { get; init; }

    /// <summary>Its type.</summary>
    public required string Type { get; init; }

    /// <summary>
    /// A hash of everything it depends on: repeating the step with the same run and the same earlier results gives the same identity.
    /// </summary>
    public required string Identity { get; init; }

    /// <summary>The resulting values of the run file, including those of earlier steps, each by its path as for <c>--set</c>.</summary>
    public required JsonObject Sets { get; init; }

    /// <summary>The ids of the searches so far, by the names of their steps.</summary>
    public required JsonObject Searches { get; init; }

    /// <summary>The figures behind it, as a document.</summary>
    public required JsonObject Figures { get; init; }

    /// <summary>The figures of a search, or null for other steps.</summary>
    public SearchFigures? Search => StepFigures.Read(this, "search", StepFiguresJson.Default.SearchFigures);

    /// <summary>The figures of a regime analysis, or null for other steps.</summary>
    public RegimesFigures? Regimes => StepFigures.Read(this, "regimes", StepFiguresJson.Default.RegimesFigures);

    /// <summary>The figures of an ensemble, or null for other steps.</summary>
    public EnsembleFigures? Ensemble => StepFigures.Read(this, "ensemble", StepFiguresJson.Default.EnsembleFigures);

    /// <summary>The figures of a run on held-out days, or null for other steps.</summary>
    public HoldoutFigures? Holdout => StepFigures.Read(this, "holdout", StepFiguresJson.Default.HoldoutFigures);

    /// <summary>The figures in words, one sentence per statement.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    /// <summary>Whether it was found done.</summary>
    public bool WasDone { get; init; }

    /// <summary>The result as a document.</summary>
    public JsonObject ToJson() => new()
    {
        ["schemaVersion"] = 1,
        ["step"] = Name,
        ["type"] = Type,
        ["identity"] = Identity,
        ["findings"] = new JsonArray([.. Findings.Select(finding => (JsonNode)finding)]),
        ["sets"] = Sets.DeepClone(),
        ["searches"] = Searches.DeepClone(),
        ["figures"] = Figures.DeepClone(),
    };

    /// <summary>Reads a document.</summary>
    internal static StepResult Read(JsonObject document) => new()
    {
        Name = (string)document["step"]!,
        Type = (string)document["type"]!,
        Identity = (string)document["identity"]!,
        Findings = [.. document["findings"]!.AsArray().Select(finding => (string)finding!)],
        Sets = document["sets"]!.DeepClone().AsObject(),
        Searches = document["searches"]!.DeepClone().AsObject(),
        Figures = document["figures"]!.DeepClone().AsObject(),
        WasDone = true,
    };
}
