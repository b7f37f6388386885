using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>Makes the providers of a bar source plugin.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BarSourceFactory : PluginFactory
{
    /// <summary>Makes a provider from validated parameters.</summary>
    public abstract IBarProvider Create(ParameterMap parameters, BindingContext context);
}
