using Backtest.Configuration.Keys;
using Backtest.Engine;

namespace Backtest.Configuration.Sections;

/// <summary>An item of <c>by_date</c>: the parameters that differ from a day on.</summary>
internal static class DatedParametersSection
{
    private static readonly Key<DatedParametersConfig, DateOnly> From =
        new("from", Kinds.Date, dated => dated.From, "The trading day from which they apply: the first bar on or after this day is the first they decide on.")
        {
            IsRequired = true,
        };

    private static readonly Key<DatedParametersConfig, ParameterMap> Parameters = new(
        "parameters", new ParametersKind(), dated => dated.Parameters, "The parameters that differ. All others keep the strategy's values.")
    {
        Default = ParameterMap.Empty,
    };

    private static readonly Key<DatedParametersConfig, IReadOnlyList<RegimeParametersConfig>?> ByRegime = new(
        "by_regime", new RegimeParametersKind(), dated => dated.ByRegime, "What also differs in a regime of the classifier above, by the regime's name.");

    /// <summary>The section.</summary>
    public static ValueKind<DatedParametersConfig> Kind { get; } = new ObjectKind<DatedParametersConfig>([From, Parameters, ByRegime], Build);

    private static DatedParametersConfig Build(MapReader map) => new()
    {
        From = map.Get(From),
        Parameters = map.Get(Parameters),
        ByRegime = map.Get(ByRegime),
        Position = map.Position,
    };
}
