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
    /// <param name="context">The facts about the plugin's place in the tree.</param>
    /// <param name="errors">Receives the errors.</param>
    public abstract void Validate(ParameterMap parameters, BindingContext context, ParameterErrors errors);
}
