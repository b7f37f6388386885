using System.ComponentModel;

namespace Backtest.Abstractions.Runtime;

/// <summary>One handler of a component: a node of the flow.</summary>
/// <param name="Handler">The method's name, such as <c>OnBar</c>.</param>
/// <param name="Event">The event it takes, such as <c>BarEvent</c>.</param>
/// <param name="Emits">The events it may emit.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record HandlerDescription(string Handler, string Event, params IReadOnlyList<string> Emits);
