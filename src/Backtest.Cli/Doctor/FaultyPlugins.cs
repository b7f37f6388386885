using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Cli.Doctor;

/// <summary>Adds a strategy that throws to the installed plugins, to check that nothing else is affected.</summary>
internal sealed class FaultyPlugins(IPluginSource installed) : IPluginSource
{
    /// <summary>The strategy's id.</summary>
    public const string Id = "doctor-fault";

    /// <inheritdoc/>
    public PluginFactory? Find(PluginKind kind, string type) =>
        kind == PluginKind.Strategy && type == Id ? new FaultyStrategyFactory() : installed.Find(kind, type);

    /// <inheritdoc/>
    public IReadOnlyList<string> Ids(PluginKind kind) => installed.Ids(kind);
}
