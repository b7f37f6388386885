using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>Makes search methods.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SearchMethodFactory : PluginFactory
{
    /// <summary>Makes a method from validated parameters.</summary>
    public abstract ISearchMethod Create(ParameterMap parameters, BindingContext context);
}
