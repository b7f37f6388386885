using Backtest.Configuration.Keys;
using Backtest.Engine;

namespace Backtest.Configuration.Sections;

/// <summary>An item of <c>search.objective.penalties</c>.</summary>
internal static class PenaltySection
{
    private static readonly Key<PenaltyConfig, string> Metric =
        new("metric", Kinds.Text, penalty => penalty.Metric, "The metric's name.") { IsRequired = true };

    private static readonly Key<PenaltyConfig, double?> Above =
        new("above", Kinds.Maybe(Kinds.Number(Bounds.Any)), penalty => penalty.Above, "Values above it are penalized.");

    private static readonly Key<PenaltyConfig, double?> Below =
        new("below", Kinds.Maybe(Kinds.Number(Bounds.Any)), penalty => penalty.Below, "Values below it are penalized.");

    private static readonly Key<PenaltyConfig, double> Weight = new(
        "weight", Kinds.Number(Bounds.Positive), penalty => penalty.Weight, "How much worse the objective becomes for each unit beyond the bound.")
    { Default = 1 };

    /// <summary>The section.</summary>
    public static ValueKind<PenaltyConfig> Kind { get; } = new ObjectKind<PenaltyConfig>([Metric, Above, Below, Weight], Build);

    private static PenaltyConfig Build(MapReader map)
    {
        if (!map.Has(Above.Name) && !map.Has(Below.Name))
            map.Error(Above.Name, "missing_key", "a penalty needs a bound.", "Add 'above' or 'below' with a number.");
        return new PenaltyConfig
        {
            Metric = map.Get(Metric) ?? "",
            Above = map.Get(Above),
            Below = map.Get(Below),
            Weight = map.Get(Weight),
            Position = map.Position,
        };
    }
}
