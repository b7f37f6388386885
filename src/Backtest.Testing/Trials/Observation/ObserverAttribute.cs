namespace Backtest.Testing;

/// <summary>
/// Marks a partial node that stands around another of its contract. The generator passes on every member the class does not override, and
/// writes its factory, so that a handler a contract gains is observed by itself. Its constructor takes the connections, what it reports to,
/// and how the node inside is made.
/// </summary>
/// <param name="inner">The field that holds the node inside.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ObserverAttribute(string inner) : Attribute
{
    public string Inner { get; } = inner;

    /// <summary>The property with what measures each handler, if anything does.</summary>
    public string Meter { get; init; } = "";
}
