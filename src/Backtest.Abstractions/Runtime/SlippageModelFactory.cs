using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>Makes models of slippage.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SlippageModelFactory : PluginFactory
{
    /// <summary>Makes a model from validated parameters.</summary>
    public abstract ISlippageModel Create(ParameterMap parameters, BindingContext context);
}
