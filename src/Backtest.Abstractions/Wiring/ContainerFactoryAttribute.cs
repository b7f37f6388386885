namespace Backtest;

/// <summary>
/// Marks the partial factory of a container: the generator reads the roles the container holds, what each handles and emits, and writes
/// the container's wiring.
/// </summary>
/// <param name="container">The type of the container.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ContainerFactoryAttribute(Type container) : Attribute
{
    /// <summary>The type of the container.</summary>
    public Type Container { get; } = container;
}
