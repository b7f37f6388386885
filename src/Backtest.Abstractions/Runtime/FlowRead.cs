using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>A role's read of another role's state.</summary>
/// <param name="Reader">The role that reads.</param>
/// <param name="Handler">Its handler that reads; empty if any of them may.</param>
/// <param name="Role">The role it reads.</param>
/// <param name="Time">Which state of it.</param>
/// <param name="Fields">How the reader reaches it, such as <c>_view._market</c>; empty if not through a field of its own.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record FlowRead(string Reader, string Handler, string Role, ReadTime Time, params IReadOnlyList<string> Fields);
