using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>Makes the node of a risk manager plugin, one for each portfolio.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RiskManagerFactory : PluginFactory
{
    /// <summary>Makes a node from validated parameters.</summary>
    public abstract RiskNode Create(ParameterMap parameters, BindingContext context, RiskConnections connections);
}
