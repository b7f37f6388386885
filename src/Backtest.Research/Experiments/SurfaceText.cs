using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Backtest.Research;

/// <summary>What surrounds the best trial, in words and as a part of a document.</summary>
internal sealed class SurfaceText(SearchPlan plan, SearchSurface surface)
{
    private const double LeastShare = 0.01;
    private const int MostEffects = 6;

    private SearchGoal Goal => plan.Goals[0];

    /// <summary>A sentence for each thing there is to say.</summary>
    public IEnumerable<string> Sentences()
    {
        if (surface.Neighbourhood is { } near && surface.Best is not null)
        {
            string kept = near.KeptAdvantage is { } share
                ? string.Create(CultureInfo.InvariantCulture, $"; the median one keeps {Math.Clamp(share, 0, 1):P0} of the best trial's lead over the median of all")
                : "";
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"neighbours of the best: {near.Trials.Count}, median {Goal.Name} {Value(near.MedianLoss):G4}, worst {Value(near.WorstLoss):G4}{kept}");
            if (near.IsLonelyPeak)
                yield return "the best is a lonely peak: a small change of its parameters loses most of what it is ahead, which is what luck looks like";
        }

        (string Name, double Share)[] effects =
        [
            .. surface.Effects.Select(effect => (effect.Name, effect.Share))
                .Concat(surface.Pairs.Select(pair => ($"{pair.First} × {pair.Second}", pair.Share)))
                .Where(effect => effect.Item2 >= LeastShare).OrderByDescending(effect => effect.Item2).Take(MostEffects),
        ];
        if (effects.Length > 0)
        {
            string source = surface.IsExact ? "" : " (of a forest fitted to the trials)";
            yield return $"what {Goal.Name} depends on: "
                + string.Join(", ", effects.Select(effect => string.Create(CultureInfo.InvariantCulture, $"{effect.Name} {effect.Share:P0}"))) + source;
        }

        foreach (Cliff cliff in surface.Cliffs)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"a cliff: from {cliff.Name} {Coordinate(cliff.Name, cliff.From)} to {Coordinate(cliff.Name, cliff.To)} the mean {Goal.Name} changes by {(Goal.Maximizes ? -cliff.Jump : cliff.Jump):+0.###;-0.###}");
        }
    }

    /// <summary>The figures.</summary>
    public JsonObject ToJson() => new()
    {
        ["objective"] = Goal.Name,
        ["exact"] = surface.IsExact,
        ["neighbours"] = surface.Neighbourhood is { } near
            ? new JsonObject
            {
                ["count"] = near.Trials.Count,
                ["median"] = Value(near.MedianLoss),
                ["worst"] = Value(near.WorstLoss),
                ["keptAdvantage"] = near.KeptAdvantage,
                ["lonelyPeak"] = near.IsLonelyPeak,
            }
            : null,
        ["effects"] = new JsonArray([.. surface.Effects.Select(effect => new JsonObject
        {
            ["parameter"] = effect.Name,
            ["share"] = effect.Share,
            ["curve"] = new JsonArray([.. effect.Curve.Select(point => new JsonObject
            {
                ["at"] = Coordinate(effect.Name, point.Coordinate),
                ["mean"] = Value(point.Loss),
                ["trials"] = point.Trials,
            })]),
        })]),
        ["pairs"] = new JsonArray([.. surface.Pairs.Select(pair => new JsonObject
        {
            ["parameters"] = new JsonArray(pair.First, pair.Second),
            ["share"] = pair.Share,
        })]),
        ["cliffs"] = new JsonArray([.. surface.Cliffs.Select(cliff => new JsonObject
        {
            ["parameter"] = cliff.Name,
            ["from"] = Coordinate(cliff.Name, cliff.From),
            ["to"] = Coordinate(cliff.Name, cliff.To),
            ["change"] = Goal.Maximizes ? -cliff.Jump : cliff.Jump,
        })]),
    };

    private double Value(double loss) => Goal.Maximizes ? -loss : loss;

    /// <summary>The value of a parameter at a coordinate as text; between the levels of a list, the coordinate itself.</summary>
    private string Coordinate(string name, double coordinate)
    {
        SearchedParameter parameter = plan.Parameters.First(parameter => parameter.Name == name);
        JsonNode? value = parameter.Dimension.Levels == 0 || parameter.Dimension.Nearest(coordinate) == coordinate ? parameter.Json(coordinate) : null;
        if (value is null)
            return coordinate.ToString("G4", CultureInfo.InvariantCulture);
        return value is JsonValue text && text.GetValueKind() == JsonValueKind.String ? (string)text! : value.ToJsonString();
    }
}
