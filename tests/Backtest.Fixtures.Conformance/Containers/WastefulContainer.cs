namespace Backtest.Fixtures;

/// <summary>Copies the votes at every bar.</summary>
[Container("wasteful-container", Description = "Copies the votes of every bar.")]
[ContainerFactory(typeof(PollContainer))]
public sealed partial class WastefulContainer
{
    public PollContainer Create(ContainerParts parts) => new(parts.Members, new WastefulPoll(parts.Members.Count));
}
