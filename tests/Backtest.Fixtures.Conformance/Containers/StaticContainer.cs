namespace Backtest.Fixtures;

/// <summary>Counts its entries for all containers together.</summary>
[Container("static-container", Description = "Counts its entries for all containers together.")]
[ContainerFactory(typeof(PollContainer))]
public sealed partial class StaticContainer
{
    public PollContainer Create(ContainerParts parts) => new(parts.Members, new StaticPoll(parts.Members.Count));
}
