using Backtest.Generators.Model;

namespace Backtest.Generators.Observers;

/// <summary>All that is written for one observer depends on.</summary>
/// <param name="HintName">The name of the file.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Class">The observer's class.</param>
/// <param name="Factory">The factory of the contract.</param>
/// <param name="Node">The node of the contract.</param>
/// <param name="Connections">What the node is wired to.</param>
/// <param name="Observer">What the observer is given besides.</param>
/// <param name="Members">The members written.</param>
internal sealed record ObserverModel(
    string HintName, string Namespace, string Class, string Factory, string Node, string Connections, string Observer,
    EquatableArray<ObserverMember> Members);

/// <summary>A member of a node that is passed on.</summary>
/// <param name="Signature">Its declaration.</param>
/// <param name="Value">What it yields or does.</param>
/// <param name="Meter">What measures it; empty: nothing does.</param>
/// <param name="Answer">The type of what it yields; empty: nothing, or it is a property.</param>
internal sealed record ObserverMember(string Signature, string Value, string Meter, string Answer);
