using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>Makes price paths.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PricePathFactory : PluginFactory
{
    /// <summary>Makes a path from validated parameters.</summary>
    public abstract IPricePath Create(ParameterMap parameters, BindingContext context);
}
