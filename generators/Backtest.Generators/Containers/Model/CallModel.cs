using Backtest.Generators.Model;

namespace Backtest.Generators.Containers.Model;

/// <summary>A call of a handler.</summary>
/// <param name="Role">The role whose handler is called.</param>
/// <param name="Handler">The method's name.</param>
/// <param name="IsIn">Whether it takes the event by reference.</param>
/// <param name="Arguments">The arguments after the event, as the wiring writes them, such as <c>this</c> if the wiring is the emitter.</param>
/// <param name="Emits">The events it may emit, by their simple names.</param>
/// <param name="Reads">The reads that determine its order among the handlers of its event, for display.</param>
internal sealed record CallModel(
    RoleModel Role, string Handler, bool IsIn, EquatableArray<string> Arguments, EquatableArray<string> Emits,
    EquatableArray<string> Reads);
