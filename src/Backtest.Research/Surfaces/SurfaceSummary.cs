using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Backtest.Research;

/// <summary>
/// The surroundings of the best trial of a search, in values of its first objective and of the run file: the part <c>surface</c> of an experiment's
/// document.
/// </summary>
public sealed record SurfaceSummary
{
    /// <summary>The objective.</summary>
    public required string Objective { get; init; }

    /// <summary>Whether effects come from a complete grid, not from a forest fitted to the trials.</summary>
    public required bool Exact { get; init; }

    /// <summary>The results of the best trial's neighbors, or null if none is near.</summary>
    [JsonPropertyName("neighbours")] // the name in documents written before
    public required NeighborSummary? Neighbors { get; init; }

    /// <summary>The separate effect of each parameter.</summary>
    public required IReadOnlyList<EffectSummary> Effects { get; init; }

    /// <summary>The joint effects of two parameters, beyond their separate effects.</summary>
    public required IReadOnlyList<PairSummary> Pairs { get; init; }

    /// <summary>The places where the objective jumps.</summary>
    public required IReadOnlyList<CliffSummary> Cliffs { get; init; }

    /// <summary>Creates the summary of a surface.</summary>
    internal static SurfaceSummary Of(SearchPlan plan, SearchSurface surface)
    {
        SearchGoal goal = plan.Goals[0];
        return new SurfaceSummary
        {
            Objective = goal.Name,
            Exact = surface.IsExact,
            Neighbors = surface.Neighborhood is { } near
                ? new NeighborSummary(
                    near.Trials.Count, Value(near.MedianLoss), Value(near.WorstLoss), near.KeptAdvantage, near.IsLonelyPeak,
                    [.. near.Trials.Select(trial => trial.Number)])
                : null,
            Effects = [.. surface.Effects.Select(effect => new EffectSummary(
                effect.Name, effect.Share,
                [.. effect.Curve.Select(point => new EffectSummaryPoint(Coordinate(effect.Name, point.Coordinate), Value(point.Loss), point.Trials))]))],
            Pairs = [.. surface.Pairs.Select(pair => new PairSummary([pair.First, pair.Second], pair.Share))],
            Cliffs = [.. surface.Cliffs.Select(cliff => new CliffSummary(
                cliff.Name, Coordinate(cliff.Name, cliff.From), Coordinate(cliff.Name, cliff.To), goal.Maximizes ? -cliff.Jump : cliff.Jump))],
        };

        double Value(double loss) => goal.Maximizes ? -loss : loss;

        // A coordinate between the levels of a list corresponds to no value, and is written itself.
        string Coordinate(string name, double coordinate)
        {
            SearchedParameter parameter = plan.Parameters.First(parameter => parameter.Name == name);
            JsonNode? value = parameter.Dimension.Levels == 0 || parameter.Dimension.Nearest(coordinate) == coordinate ? parameter.Json(coordinate) : null;
            if (value is null)
                return coordinate.ToString("G4", System.Globalization.CultureInfo.InvariantCulture);
            return value is JsonValue text && text.GetValueKind() == JsonValueKind.String ? (string)text! : value.ToJsonString();
        }
    }

    /// <summary>Reads the part from a document, or null if the search had not ended.</summary>
    internal static SurfaceSummary? Read(JsonNode? surface) => surface?.Deserialize(SurfaceJson.Default.SurfaceSummary);

    /// <summary>The summary as a part of a document.</summary>
    internal JsonNode ToJson() => JsonSerializer.SerializeToNode(this, SurfaceJson.Default.SurfaceSummary)!;
}

/// <summary>The results of the best trial's neighbors.</summary>
/// <param name="Count">The number of neighbors.</param>
/// <param name="Median">The median of the objective.</param>
/// <param name="Worst">The worst value of the objective.</param>
/// <param name="KeptAdvantage">See <see cref="Neighborhood.KeptAdvantage"/>.</param>
/// <param name="LonelyPeak">Whether they lose more than half of the best trial's advantage.</param>
/// <param name="Trials">The numbers of these trials.</param>
public sealed record NeighborSummary(int Count, double Median, double Worst, double? KeptAdvantage, bool LonelyPeak, IReadOnlyList<int> Trials);

/// <summary>The separate effect of a parameter.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Share">The fraction of the objective's variance, from 0 to 1.</param>
/// <param name="Curve">The mean objective at its values.</param>
public sealed record EffectSummary(string Parameter, double Share, IReadOnlyList<EffectSummaryPoint> Curve);

/// <summary>A point of the curve of an effect.</summary>
/// <param name="At">The value of the parameter.</param>
/// <param name="Mean">The mean objective there, over all values of the others.</param>
/// <param name="Trials">The number of trials there.</param>
public sealed record EffectSummaryPoint(string At, double Mean, int Trials);

/// <summary>The joint effect of two parameters.</summary>
/// <param name="Parameters">The two parameters.</param>
/// <param name="Share">The fraction of the objective's variance, from 0 to 1.</param>
public sealed record PairSummary(IReadOnlyList<string> Parameters, double Share);

/// <summary>A jump of the objective from one value of a parameter to the next.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="From">The lower value.</param>
/// <param name="To">The upper value.</param>
/// <param name="Change">The mean objective at the upper value minus that at the lower value.</param>
public sealed record CliffSummary(string Parameter, string From, string To, double Change);

/// <summary>Serializes surfaces.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SurfaceSummary))]
internal sealed partial class SurfaceJson : JsonSerializerContext;
