using System.Text.Json.Nodes;
using Backtest.Configuration.Keys;
using Backtest.Configuration.Schema;
using Backtest.Engine;

namespace Backtest.Configuration.Sections;

/// <summary><c>by_regime</c>: a map from regimes to the parameters that differ in them.</summary>
internal sealed class RegimeParametersKind : ValueKind<IReadOnlyList<RegimeParametersConfig>?>
{
    private static readonly Key<RegimeParametersConfig, ParameterMap> Parameters = new(
        "parameters", new ParametersKind(), differing => differing.Parameters, "The parameters that differ. All others keep the strategy's values.")
    {
        Default = ParameterMap.Empty,
    };

    private static readonly Key<RegimeParametersConfig, double> Weight = new(
        "weight",
        Kinds.Number(Bounds.Between(0, 1)),
        differing => differing.Weight,
        "The factor for the strength of its entries. 0 means that it may not enter, as outside active_in.")
    {
        Default = 1,
    };

    private static readonly MapKind<RegimeParametersConfig> Map = new(new ObjectKind<RegimeParametersConfig>([Parameters, Weight], Build));

    /// <inheritdoc/>
    public override IReadOnlyList<RegimeParametersConfig>? Read(Place place) =>
        [.. Map.Read(place).Select(pair => pair.Value with { Regime = pair.Key })];

    /// <inheritdoc/>
    public override JsonNode? Write(IReadOnlyList<RegimeParametersConfig>? value) =>
        value is null ? null : Map.Write([.. value.Select(differing => KeyValuePair.Create(differing.Regime, differing))]);

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBuilder schema) => Map.Describe(schema);

    private static RegimeParametersConfig Build(MapReader map) => new()
    {
        Regime = "",
        Parameters = map.Get(Parameters),
        Weight = map.Get(Weight),
        Position = map.Position,
    };
}
