using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>Makes nodes of one plugin. Generated for each plugin class.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PluginFactory
{
    /// <summary>What the plugin is and how it handles events.</summary>
    public abstract PluginDescriptor Descriptor { get; }

    /// <summary>Binds the parameters and lets the author validate them, making no node.</summary>
    /// <param name="parameters">The parameters as written.</param>
    /// <param name="context">What the plugin's place in the tree lets them mean.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public abstract void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors);
}
