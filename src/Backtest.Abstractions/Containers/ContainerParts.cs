namespace Backtest;

/// <summary>The parts from which the factory of a container plugin builds one container.</summary>
/// <param name="Members">The strategies the run file gives it; a role of the container.</param>
/// <param name="Instrument">The instrument it works on.</param>
public sealed record ContainerParts(MemberStrategies Members, Instrument Instrument);
