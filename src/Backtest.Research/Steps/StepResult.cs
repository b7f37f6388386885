using System.Text.Json.Nodes;

namespace Backtest.Research;

/// <summary>What came of a step of a research workflow.</summary>
public sealed record StepResult
{
    /// <summary>The name of the step.</summary>
    public required string Name { get; init; }

    /// <summary>Its type.</summary>
    public required string Type { get; init; }

    /// <summary>What it follows from: the same step of the same run on what came of the same steps before it has the same.</summary>
    public required string Identity { get; init; }

    /// <summary>The values of the run file it arrived at, with those of the steps before it: each by its path, as <c>--set</c> has it.</summary>
    public required JsonObject Sets { get; init; }

    /// <summary>The ids of the searches so far, by the names of their steps.</summary>
    public required JsonObject Searches { get; init; }

    /// <summary>The figures behind it, as a document.</summary>
    public required JsonObject Figures { get; init; }

    /// <summary>The figures of a search; null of other steps.</summary>
    public SearchFigures? Search => StepFigures.Read(this, "search", StepFiguresJson.Default.SearchFigures);

    /// <summary>The figures of an analysis of regimes; null of other steps.</summary>
    public RegimesFigures? Regimes => StepFigures.Read(this, "regimes", StepFiguresJson.Default.RegimesFigures);

    /// <summary>The figures of an ensemble; null of other steps.</summary>
    public EnsembleFigures? Ensemble => StepFigures.Read(this, "ensemble", StepFiguresJson.Default.EnsembleFigures);

    /// <summary>The figures of a run on days held out; null of other steps.</summary>
    public HoldoutFigures? Holdout => StepFigures.Read(this, "holdout", StepFiguresJson.Default.HoldoutFigures);

    /// <summary>The same in words, a sentence for each thing there is to say.</summary>
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
