using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>Makes the node of a universe strategy plugin, one for all its symbols.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class UniverseStrategyFactory : PluginFactory
{
    /// <summary>Makes a node from validated parameters.</summary>
    public abstract UniverseNode Create(ParameterMap parameters, BindingContext context, UniverseConnections connections);
}
