using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>Makes the nodes of a classifier plugin, one for each instrument, or one for its reference.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ClassifierFactory : PluginFactory
{
    /// <summary>Makes a node from validated parameters.</summary>
    public abstract ClassifierNode Create(ParameterMap parameters, BindingContext context, ClassifierConnections connections);
}
