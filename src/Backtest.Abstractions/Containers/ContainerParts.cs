namespace Backtest;

/// <summary>What the host gives the factory of a container plugin to build one container of.</summary>
/// <param name="Members">The strategies the run file gives it; a role of the container.</param>
/// <param name="Instrument">The instrument it works on.</param>
public sealed record ContainerParts(MemberStrategies Members, Instrument Instrument);
