namespace Backtest.Generators.Plugins.Model;

/// <summary>What a plugin is; named as the kinds of Backtest.Abstractions.Runtime are.</summary>
internal enum PluginKind
{
    Strategy,
    Classifier,
    RiskManager,
    Container,
    BarSource,
    Indicator,
}
