using Backtest.Generators.Containers.Model;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Containers.Parsing;

/// <summary>Determines the order of the handlers of one event from their reads.</summary>
/// <param name="graph">The flow.</param>
/// <param name="handlers">The handlers that are called together for the event.</param>
internal sealed class ReadOrder(FlowGraph graph, IReadOnlyList<(Role Role, Handler Handler)> handlers)
{
    /// <summary>The precedences that follow from the reads.</summary>
    public IEnumerable<Precedence> Precedences()
    {
        foreach ((Role reader, Handler handler) in handlers)
        {
            foreach (DeclaredRead read in handler.Reads)
            {
                foreach (Role role in graph.Roles.Where(role => role != reader && read.IsOf(role)))
                {
                    foreach (Precedence precedence in Of(reader, role, read.Time))
                        yield return precedence;
                }
            }
        }
    }

    /// <summary>
    /// The undecided reads: an event that a handler emits leads to another handler, which reads a role that handles the same event as the first.
    /// </summary>
    /// <param name="order">The order known so far.</param>
    public IEnumerable<(Handler Handler, Handler By, Role Role)> Open(FlowOrder order) =>
        from pair in handlers
        from reached in graph.Reached(pair.Role, pair.Handler)
        from role in handlers.Select(other => other.Role).Distinct()
        where role != pair.Role && role != reached.Role && reached.Handler.Reads.Any(read => read.IsOf(role))
            && !order.IsDecided(role, pair.Role) && !order.IsDecided(pair.Role, role)
        select (pair.Handler, reached.Handler, role);

    private IEnumerable<Precedence> Of(Role reader, Role role, ReadTime time)
    {
        bool handlesIt = handlers.Any(pair => pair.Role == role);
        if (handlesIt)
        {
            yield return time == ReadTime.Before
                ? new Precedence(reader, role, "(reads before)")
                : new Precedence(role, reader, "(read)");
        }

        if (time != ReadTime.Settled)
            yield break;
        foreach (Role feeder in handlers.Select(pair => pair.Role).Distinct().Where(feeder => feeder != reader && feeder != role && Changes(feeder, role)))
            yield return new Precedence(feeder, reader, $"(feeds {role.Name}, read)");
    }

    private bool Changes(Role feeder, Role role) => handlers.Where(pair => pair.Role == feeder)
        .Any(pair => graph.Reached(feeder, pair.Handler).Any(reached => reached.Role == role));
}
