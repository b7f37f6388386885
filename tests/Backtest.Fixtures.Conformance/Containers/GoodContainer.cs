namespace Backtest.Fixtures;

/// <summary>Obeys every law.</summary>
[Container("good-container", Description = "Obeys every law.")]
[ContainerFactory(typeof(PollContainer))]
public sealed partial class GoodContainer
{
    public PollContainer Create(ContainerParts parts) => new(parts.Members, new Poll(parts.Members.Count));
}
