using Backtest.Abstractions.Runtime;
using Backtest.Configuration.Keys;
using Backtest.Engine;

namespace Backtest.Configuration.Sections;

/// <summary><c>risk</c>: what sizes and limits orders.</summary>
internal static class RiskSection
{
    private static readonly Key<RiskConfig, string> Type = new("type", Kinds.Text, risk => risk.Type, "The risk manager's id.")
    {
        IsRequired = true,
    };

    private static readonly Key<RiskConfig, ParameterMap> Parameters =
        new("parameters", new ParametersKind(), risk => risk.Parameters, "The risk manager's parameters.") { Default = ParameterMap.Empty };

    /// <summary>The section.</summary>
    public static ValueKind<RiskConfig> Kind { get; } = new ObjectKind<RiskConfig>([Type, Parameters], Build)
    {
        Plugin = PluginKind.RiskManager,
        Definition = "risk",
    };

    private static RiskConfig Build(MapReader map) => new()
    {
        Type = map.Get(Type),
        Parameters = map.Get(Parameters),
        Position = map.Position,
    };
}
