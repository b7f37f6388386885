using Backtest.Generators.Model;

namespace Backtest.Generators.Observers;

/// <summary>Everything that the code generated for one observer depends on.</summary>
/// <param name="HintName">The name of the generated file.</param>
/// <param name="Namespace">The namespace of the observer.</param>
/// <param name="Class">The observer's class.</param>
/// <param name="Factory">The factory of the contract.</param>
/// <param name="Node">The node of the contract.</param>
/// <param name="Connections">The connections of the node.</param>
/// <param name="Observer">The additional argument of the observer.</param>
/// <param name="Members">The generated members.</param>
internal sealed record ObserverModel(
    string HintName, string Namespace, string Class, string Factory, string Node, string Connections, string Observer,
    EquatableArray<ObserverMember> Members);

/// <summary>A member of a node that is forwarded.</summary>
/// <param name="Signature">The declaration of the member.</param>
/// <param name="Value">The expression or call of the inner node.</param>
/// <param name="Meter">The member that measures it; empty if it is not measured.</param>
/// <param name="Answer">The return type of a method; empty for a void method or a property.</param>
internal sealed record ObserverMember(string Signature, string Value, string Meter, string Answer);
