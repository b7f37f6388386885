using Backtest.Abstractions.Runtime;

namespace Backtest.Cli.Output;

/// <summary>Names plugin kinds to people and scripts.</summary>
internal static class PluginKindText
{
    public static string ToText(this PluginKind kind) => kind switch
    {
        PluginKind.Strategy => "strategy",
        PluginKind.Classifier => "classifier",
        PluginKind.RiskManager => "risk-manager",
        PluginKind.Container => "container",
        PluginKind.BarSource => "bar-source",
        PluginKind.Indicator => "indicator",
        _ => $"kind-{(int)kind}",
    };
}
