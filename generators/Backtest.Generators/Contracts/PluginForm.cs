namespace Backtest.Generators.Contracts;

/// <summary>The form of the code generated for a plugin class, according to the <c>Create</c> method of its contract's factory.</summary>
internal enum PluginForm
{
    /// <summary>No code, because the contract cannot be read.</summary>
    None,

    /// <summary>A node that calls the author's handlers and is wired to connections.</summary>
    Node,

    /// <summary>A node that passes each event to the wiring of the container that the author's class creates.</summary>
    Container,

    /// <summary>No node, because the host calls the author's instance.</summary>
    Instance,

    /// <summary>A specification built from the arguments of the author's constructor.</summary>
    Indicator,
}
