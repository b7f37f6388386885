using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>Makes rules of matching.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class OrderMatchingFactory : PluginFactory
{
    /// <summary>Makes rules of matching from parameters found valid.</summary>
    public abstract IOrderMatching Create(ParameterMap parameters, BindingContext context);
}
