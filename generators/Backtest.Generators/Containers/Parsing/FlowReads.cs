using Backtest.Generators.Containers.Model;
using Backtest.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Containers.Parsing;

/// <summary>Lists the reads between the roles of a container, in the order of the turn.</summary>
internal static class FlowReads
{
    /// <summary>The reads, each once; a read that a class declares for all its handlers is listed once.</summary>
    public static EquatableArray<ReadModel> Of(ContainerScope scope, FlowGraph graph)
    {
        var reads = new List<ReadModel>();
        foreach (Role reader in graph.Roles.Where(role => role.Handlers.Any(handler => handler.Reads.Count > 0)))
        {
            ILookup<Role, string> held = HeldRoles.Of(scope, graph, reader).ToLookup(pair => pair.Role, pair => pair.Path);
            foreach (Handler handler in reader.Handlers)
            {
                foreach (DeclaredRead read in handler.Reads)
                {
                    reads.AddRange(graph.Roles.Where(role => role != reader && read.IsOf(role)).Select(role => new ReadModel(
                        reader.Name, read.IsOfClass ? "" : handler.Method.Name, role.Name, read.Time, new EquatableArray<string>(held[role]))));
                }
            }
        }

        return new EquatableArray<ReadModel>(reads.Distinct());
    }

    /// <summary>
    /// The reads that determine a handler's order among those of its event, for display: <c>reads Market</c>, <c>reads Regimes (before)</c>.
    /// </summary>
    public static EquatableArray<string> Shown(FlowGraph graph, Role reader, Handler handler) => new(
        from role in graph.Roles
        from read in handler.Reads
        where role != reader && read.IsOf(role)
            && (read.Time == ReadTime.Settled || role.Handlers.Any(other => other.Handles(handler.Event) && other.IsDelayed == handler.IsDelayed))
        group role.Name by read.Time into same
        let names = $"reads {string.Join(", ", same)}"
        select same.Key == ReadTime.After ? names : $"{names} ({(same.Key == ReadTime.Before ? "before" : "settled")})");
}
