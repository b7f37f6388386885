using Backtest.Generators.Model;

namespace Backtest.Generators.Containers.Model;

/// <summary>A read of another role's state, by the names of roles.</summary>
/// <param name="Reader">The role that reads.</param>
/// <param name="Handler">Its handler that does; empty: any of them may.</param>
/// <param name="Role">The role read.</param>
/// <param name="Time">Which state of it.</param>
/// <param name="Fields">How the reader comes by it.</param>
internal sealed record ReadModel(string Reader, string Handler, string Role, ReadTime Time, EquatableArray<string> Fields);
