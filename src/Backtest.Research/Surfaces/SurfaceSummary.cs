using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Backtest.Research;

/// <summary>
/// What surrounds the best trial of a search, in values of its first objective and of the run file: the part <c>surface</c> of the document of
/// an experiment.
/// </summary>
public sealed record SurfaceSummary
{
    /// <summary>The objective.</summary>
    public required string Objective { get; init; }

    /// <summary>Whether effects are those of a whole grid, and not of a forest fitted to the trials.</summary>
    public required bool Exact { get; init; }

    /// <summary>How the neighbours of the best trial do, or null where none is near.</summary>
    public required NeighbourSummary? Neighbours { get; init; }

    /// <summary>What each parameter does alone.</summary>
    public required IReadOnlyList<EffectSummary> Effects { get; init; }

    /// <summary>What two parameters do together, beyond what each does alone.</summary>
    public required IReadOnlyList<PairSummary> Pairs { get; init; }

    /// <summary>Where the objective jumps.</summary>
    public required IReadOnlyList<CliffSummary> Cliffs { get; init; }

    /// <summary>The summary of a surface.</summary>
    internal static SurfaceSummary Of(SearchPlan plan, SearchSurface surface)
    {
        SearchGoal goal = plan.Goals[0];
        return new SurfaceSummary
        {
            Objective = goal.Name,
            Exact = surface.IsExact,
            Neighbours = surface.Neighbourhood is { } near
                ? new NeighbourSummary(
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

        // Between the levels of a list a coordinate stands for no value, and is given itself.
        string Coordinate(string name, double coordinate)
        {
            SearchedParameter parameter = plan.Parameters.First(parameter => parameter.Name == name);
            JsonNode? value = parameter.Dimension.Levels == 0 || parameter.Dimension.Nearest(coordinate) == coordinate ? parameter.Json(coordinate) : null;
            if (value is null)
                return coordinate.ToString("G4", System.Globalization.CultureInfo.InvariantCulture);
            return value is JsonValue text && text.GetValueKind() == JsonValueKind.String ? (string)text! : value.ToJsonString();
        }
    }

    /// <summary>Reads the part of a document, or null where the search had not ended.</summary>
    internal static SurfaceSummary? Read(JsonNode? surface) => surface?.Deserialize(SurfaceJson.Default.SurfaceSummary);

    /// <summary>The part of a document.</summary>
    internal JsonNode ToJson() => JsonSerializer.SerializeToNode(this, SurfaceJson.Default.SurfaceSummary)!;
}

/// <summary>How the neighbours of the best trial do.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Median">The median of the objective.</param>
/// <param name="Worst">The worst of it.</param>
/// <param name="KeptAdvantage">See <see cref="Neighbourhood.KeptAdvantage"/>.</param>
/// <param name="LonelyPeak">Whether they lose more than half of what the best trial is ahead.</param>
/// <param name="Trials">The numbers of these trials.</param>
public sealed record NeighbourSummary(int Count, double Median, double Worst, double? KeptAdvantage, bool LonelyPeak, IReadOnlyList<int> Trials);

/// <summary>What a parameter does alone.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Share">The share of the objective's variance, from 0 to 1.</param>
/// <param name="Curve">The mean objective at its values.</param>
public sealed record EffectSummary(string Parameter, double Share, IReadOnlyList<EffectSummaryPoint> Curve);

/// <summary>A point of the curve of an effect.</summary>
/// <param name="At">The value of the parameter.</param>
/// <param name="Mean">The mean objective there, over all values of the others.</param>
/// <param name="Trials">How many trials were there.</param>
public sealed record EffectSummaryPoint(string At, double Mean, int Trials);

/// <summary>What two parameters do together.</summary>
/// <param name="Parameters">Both.</param>
/// <param name="Share">The share of the objective's variance, from 0 to 1.</param>
public sealed record PairSummary(IReadOnlyList<string> Parameters, double Share);

/// <summary>Where the objective jumps from one value of a parameter to the next.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="From">The lower value.</param>
/// <param name="To">The upper value.</param>
/// <param name="Change">The mean objective at the upper less that at the lower one.</param>
public sealed record CliffSummary(string Parameter, string From, string To, double Change);

/// <summary>Surfaces as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SurfaceSummary))]
internal sealed partial class SurfaceJson : JsonSerializerContext;
