using Backtest.Generators.Containers.Model;
using Backtest.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Containers.Parsing;

/// <summary>
/// Sorts the roles of a container by events and reads, and by name if neither decides. A role comes after the first role that emits what it handles.
/// Events that it receives later order it as well: a loop through such an event runs through time, so an event that goes back to the source of the
/// delayed one counts for the next turn and orders nothing. Nor does an event that a role emits to a role it reads, because its read already places
/// it after that role.
/// </summary>
internal sealed class RoleOrder
{
    private readonly ContainerScope _scope;
    private readonly FlowGraph _graph;
    private readonly List<Feed> _atOnce = [];
    private readonly List<Feed> _later = [];

    private RoleOrder(ContainerScope scope, FlowGraph graph)
    {
        _scope = scope;
        _graph = graph;
        foreach ((Role role, Handler handler) in graph.Handlers.Where(pair => !graph.IsEntry(pair.Handler) && Acts(pair.Role)))
        {
            Role[] sources = [.. graph.Roles.Where(other => other != role
                && other.Handlers.Any(entry => graph.IsEntry(entry) && graph.Feeds(entry, handler.Event)))];
            if (sources.Length > 0)
                (handler.IsDelayed ? _later : _atOnce).Add(new Feed(sources, role, handler.Event.Name));
        }
    }

    /// <summary>The roles in the order of the turn, those without a turn of their own last; by name if a cycle was reported.</summary>
    public static IReadOnlyList<Role> Sort(ContainerScope scope, FlowGraph graph) => new RoleOrder(scope, graph).Sort();

    private IReadOnlyList<Role> Sort()
    {
        ReadOrder[] reads =
        [
            .. _graph.Entries.Select(@event => new ReadOrder(_graph, [.. _graph.Handlers.Where(pair => pair.Handler.Handles(@event))])),
        ];
        Precedence[] read = [.. reads.SelectMany(read => read.Precedences())];
        Feed[] atOnce = [.. _atOnce.Select(Forward).Where(feed => feed.Sources.Count > 0)];
        Role[] roles = [.. _graph.Roles.OrderBy(role => Acts(role) ? 0 : 1)];
        FlowOrder order = new(read, [.. atOnce, .. _later]);
        if (order.Sort(roles) is null)
            order = new FlowOrder(read, atOnce);
        if (order.Sort(roles) is not { } sorted)
        {
            _scope.Report(Descriptors.Cycle, _scope.Factory, _scope.Container.Name, order.DescribeCycle(roles));
            return roles;
        }

        OpenReads.Report(_scope, reads, order);
        return sorted;
    }

    private bool Acts(Role role) => role.Handlers.Any(_graph.IsEntry);

    /// <summary>A feed without sources to which it goes back: in time, or to a role they read.</summary>
    private Feed Forward(Feed feed) => feed with
    {
        Sources = [.. feed.Sources.Where(source => !Follows(source, feed.After) && !_later.Any(later =>
            later.Sources.Contains(feed.After) && Reaches(later.After, source, [])))],
    };

    /// <summary>Whether a role declares that its turn comes after another's.</summary>
    private bool Follows(Role role, Role other) => role.Handlers.Where(_graph.IsEntry)
        .Any(handler => handler.Reads.Any(read => read.Time != ReadTime.Before && read.IsOf(other)));

    private bool Reaches(Role from, Role to, HashSet<Role> seen) => from == to
        || (seen.Add(from) && _atOnce.Any(feed => feed.Sources.Contains(from) && Reaches(feed.After, to, seen)));
}
