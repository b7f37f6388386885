namespace Backtest.Testing;

/// <summary>
/// Marks a partial node that wraps another of its contract. The generator passes on every member the class does not override, and writes its factory,
/// so that a handler added to a contract is observed automatically. Its constructor takes the connections, what it reports to, and how the inner node
/// is created.
/// </summary>
/// <param name="inner">The field that holds the inner node.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ObserverAttribute(string inner) : Attribute
{
    public string Inner { get; } = inner;

    /// <summary>The property that measures each handler, if any.</summary>
    public string Meter { get; init; } = "";
}
