using Backtest.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Containers.Parsing;

/// <summary>
/// Sorts the roles of a container topologically, and as declared where the flow leaves it open. A role comes after the first that emits
/// what it handles. What it hears later orders it, too: a loop through such an event runs through time, so what goes back to the event's
/// source counts for the next turn and orders nothing.
/// </summary>
internal sealed class RoleOrder
{
    private readonly FlowGraph _graph;
    private readonly List<(Role From, Role To, string Event)> _atOnce = [];
    private readonly List<(Role From, Role To, string Event)> _later = [];

    private RoleOrder(FlowGraph graph) => _graph = graph;

    /// <summary>The roles in the order of the turn; as declared, when a cycle was reported.</summary>
    public static IReadOnlyList<Role> Sort(ContainerScope scope, FlowGraph graph)
    {
        var order = new RoleOrder(graph);
        order.Connect();
        order._atOnce.RemoveAll(order.GoesBackInTime);
        if (Sorted(graph.Roles, [.. order._atOnce, .. order._later]) is { } sorted)
            return sorted;
        if (Sorted(graph.Roles, order._atOnce) is { } withoutLater)
            return withoutLater;
        scope.Report(Descriptors.Cycle, scope.Factory, scope.Container.Name, order.DescribeCycle());
        return graph.Roles;
    }

    private void Connect()
    {
        foreach ((Role role, Handler handler) in _graph.Handlers.Where(pair => !_graph.IsEntry(pair.Handler)))
        {
            bool acts = role.Handlers.Any(_graph.IsEntry);
            Role? source = _graph.Roles.FirstOrDefault(other => other != role
                && other.Handlers.Any(entry => _graph.IsEntry(entry) && _graph.Feeds(entry, handler.Event)));
            if (acts && source is not null)
                (handler.IsDelayed ? _later : _atOnce).Add((source, role, handler.Event.Name));
        }
    }

    /// <summary>Whether the edge's target makes an event its source, or what leads to it, hears later.</summary>
    private bool GoesBackInTime((Role From, Role To, string Event) edge) =>
        _later.Any(later => later.From == edge.To && Reaches(later.To, edge.From, []));

    private bool Reaches(Role from, Role to, HashSet<Role> seen) =>
        from == to || (seen.Add(from) && _atOnce.Any(edge => edge.From == from && Reaches(edge.To, to, seen)));

    private static List<Role>? Sorted(IReadOnlyList<Role> roles, IReadOnlyList<(Role From, Role To, string Event)> edges)
    {
        var left = roles.ToList();
        var sorted = new List<Role>();
        while (left.Count > 0)
        {
            Role? next = left.FirstOrDefault(role => !edges.Any(edge => edge.To == role && left.Contains(edge.From)));
            if (next is null)
                return null;
            left.Remove(next);
            sorted.Add(next);
        }

        return sorted;
    }

    private string DescribeCycle()
    {
        (Role From, Role To, string Event) first = _atOnce.First(edge => Reaches(edge.To, edge.From, []));
        var steps = new List<string> { first.From.Name };
        (Role From, Role To, string Event) step = first;
        while (true)
        {
            steps.Add($"{step.Event} → {step.To.Name}");
            if (step.To == first.From)
                return string.Join(" ", steps);
            step = _atOnce.First(edge => edge.From == step.To && Reaches(edge.To, first.From, [step.To]));
        }
    }
}
