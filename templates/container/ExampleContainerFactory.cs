using Backtest;

namespace ExampleNamespace;

/// <summary>The plugin: builds a container for each instrument.</summary>
[Container("example-id", Description = "Takes a position while enough of its strategies agree on it.")]
[ContainerFactory(typeof(ExampleContainer))]
public sealed partial class ExampleContainerFactory
{
    /// <summary>How many strategies have to agree.</summary>
    [Parameter(Min = 1, Max = 100, Description = "How many strategies have to agree.")]
    public int Needed { get; init; } = 2;

    /// <summary>Builds the container of one instrument.</summary>
    public ExampleContainer Create(ContainerParts parts) => new(parts.Members, new Stances(parts.Members.Count, Needed));
}
