namespace Backtest.Generators.Contracts;

/// <summary>What is written for a plugin class, as the <c>Create</c> of its contract's factory says.</summary>
internal enum PluginForm
{
    /// <summary>Nothing: the contract cannot be read.</summary>
    None,

    /// <summary>A node that calls the author's handlers, wired to connections.</summary>
    Node,

    /// <summary>A node that hands each event to the wiring of the container the author's class makes.</summary>
    Container,

    /// <summary>No node: the host calls the author's instance.</summary>
    Instance,

    /// <summary>A specification, made of the arguments of the author's constructor.</summary>
    Indicator,
}
