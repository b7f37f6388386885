using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>Makes the nodes of a container plugin, one for each instrument.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ContainerFactory : PluginFactory
{
    /// <summary>Makes a node from validated parameters.</summary>
    public abstract ContainerNode Create(ParameterMap parameters, BindingContext context, ContainerConnections connections);
}
