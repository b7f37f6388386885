namespace Backtest.Samples.Netting;

/// <summary>Builds containers that net the votes of their strategies into one position.</summary>
[Container("netting", Description = "Nets the votes of its strategies into one position.")]
[ContainerFactory(typeof(NettingContainer))]
public sealed partial class NettingContainerFactory
{
    /// <summary>The votes by which one side must lead for an entry.</summary>
    [Parameter(Min = 1, Description = "The votes by which one side must lead for an entry.")]
    public int Needed { get; init; } = 1;

    /// <summary>Builds the container of one instrument.</summary>
    public NettingContainer Create(ContainerParts parts) => new(parts.Members, new Votes(parts.Members.Count, Needed));
}
