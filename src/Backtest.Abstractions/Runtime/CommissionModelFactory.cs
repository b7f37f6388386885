using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>Makes models of commission.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class CommissionModelFactory : PluginFactory
{
    /// <summary>Makes a model from validated parameters.</summary>
    public abstract ICommissionModel Create(ParameterMap parameters, BindingContext context);
}
