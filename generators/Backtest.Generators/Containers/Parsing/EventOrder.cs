using Backtest.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Containers.Parsing;

/// <summary>
/// Sorts the handlers of an event from inside: by reads; then so that a role receives an event before the events that another role derives from it;
/// then in the order of the turn.
/// </summary>
internal static class EventOrder
{
    /// <summary>The handlers in the order in which they are called; unchanged if a cycle was reported.</summary>
    public static IReadOnlyList<(Role Role, Handler Handler)> Sort(
        ContainerScope scope, FlowGraph graph, ITypeSymbol @event, IReadOnlyList<(Role Role, Handler Handler)> handlers)
    {
        if (handlers.Count < 2)
            return handlers;
        Role[] roles = [.. handlers.Select(pair => pair.Role).Distinct()];
        var reads = new ReadOrder(graph, handlers);
        Precedence[] read = [.. reads.Precedences()];
        var order = new FlowOrder(read, []);
        Precedence[] causes = [.. Causes(graph, handlers).Where(cause => !order.IsDecided(cause.After, cause.Before))];
        if (new FlowOrder([.. read, .. causes], []) is var whole && whole.Sort(roles) is not null)
            order = whole;
        if (order.Sort(roles) is not { } sorted)
        {
            scope.Report(Descriptors.Cycle, scope.Factory, scope.Container.Name, $"{@event.Name}: {order.DescribeCycle(roles)}");
            return handlers;
        }

        OpenReads.Report(scope, [reads], order);
        return [.. sorted.SelectMany(role => handlers.Where(pair => pair.Role == role))];
    }

    /// <summary>
    /// A role that handles events which another's handler leads to comes before that other, so that no effect is received before its cause.
    /// </summary>
    private static IEnumerable<Precedence> Causes(FlowGraph graph, IReadOnlyList<(Role Role, Handler Handler)> handlers) =>
        from pair in handlers
        from hearer in handlers.Select(other => other.Role).Distinct()
        where hearer != pair.Role && graph.Reached(pair.Role, pair.Handler).Any(reached => reached.Role == hearer)
        select new Precedence(hearer, pair.Role, pair.Handler.Event.Name);
}
