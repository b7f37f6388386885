using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>Makes what a bar source plugin reads bars with.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BarSourceFactory : PluginFactory
{
    /// <summary>Makes a provider from parameters found valid.</summary>
    public abstract IBarProvider Create(ParameterMap parameters, BindingContext context);
}
