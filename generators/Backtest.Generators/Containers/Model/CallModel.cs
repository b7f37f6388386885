using Backtest.Generators.Model;

namespace Backtest.Generators.Containers.Model;

/// <summary>A call of a handler.</summary>
/// <param name="Role">Whose handler it is.</param>
/// <param name="Handler">The method's name.</param>
/// <param name="IsIn">Whether it takes the event by reference.</param>
/// <param name="Emitters">What it takes to emit through: <c>this</c>, or the container.</param>
/// <param name="Emits">The events it may emit, by their simple names.</param>
internal sealed record CallModel(
    RoleModel Role, string Handler, bool IsIn, EquatableArray<string> Emitters, EquatableArray<string> Emits);
