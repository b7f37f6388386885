using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>Makes the nodes of a strategy plugin, one for each instrument.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class StrategyFactory : PluginFactory
{
    /// <summary>Makes a node from validated parameters.</summary>
    public abstract StrategyNode Create(ParameterMap parameters, BindingContext context, StrategyConnections connections);
}
