using Backtest.Generators.Model;

namespace Backtest.Generators.Containers.Model;

/// <summary>A read of another role's state, by the names of roles.</summary>
/// <param name="Reader">The role that reads.</param>
/// <param name="Handler">The handler that reads; empty if any handler of the role may.</param>
/// <param name="Role">The role that is read.</param>
/// <param name="Time">The state that is read.</param>
/// <param name="Fields">The paths by which the reader reaches the role.</param>
internal sealed record ReadModel(string Reader, string Handler, string Role, ReadTime Time, EquatableArray<string> Fields);
