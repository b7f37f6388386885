using Backtest.Generators.Model;

namespace Backtest.Generators.Containers.Model;

/// <summary>A call of a handler.</summary>
/// <param name="Role">Whose handler it is.</param>
/// <param name="Handler">The method's name.</param>
/// <param name="IsIn">Whether it takes the event by reference.</param>
/// <param name="Arguments">What it takes behind the event, as the wiring writes it: <c>this</c>, say, where the wiring is the emitter.</param>
/// <param name="Emits">The events it may emit, by their simple names.</param>
/// <param name="Reads">The reads that place it among the others of its event, for people.</param>
internal sealed record CallModel(
    RoleModel Role, string Handler, bool IsIn, EquatableArray<string> Arguments, EquatableArray<string> Emits,
    EquatableArray<string> Reads);
