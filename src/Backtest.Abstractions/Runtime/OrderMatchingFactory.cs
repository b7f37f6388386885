using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>Makes matching rules.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class OrderMatchingFactory : PluginFactory
{
    /// <summary>Makes matching rules from validated parameters.</summary>
    public abstract IOrderMatching Create(ParameterMap parameters, BindingContext context);
}
