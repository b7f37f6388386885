using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>Makes accounts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class AccountFactory : PluginFactory
{
    /// <summary>Makes an account from validated parameters.</summary>
    public abstract IAccount Create(ParameterMap parameters, BindingContext context);
}
