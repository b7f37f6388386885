using Backtest.Abstractions.Runtime;

namespace Backtest.Cli.Graphs;

/// <summary>Everything that flows one way between two roles of a container, as one edge.</summary>
/// <param name="From">The role that emits or reads.</param>
/// <param name="To">The role that handles or is read.</param>
/// <param name="Kind">How it flows.</param>
/// <param name="Label">The events, or the time of a read: empty for a read after the other's turn.</param>
internal sealed record FlowLine(string From, string To, EdgeKind Kind, string Label)
{
    /// <summary>The edges of a flow, with those between the same roles joined: events in the order of the turn, then reads.</summary>
    public static IEnumerable<FlowLine> Of(FlowDescription flow)
    {
        foreach (IGrouping<(string From, string To, bool IsDelayed), FlowEdge> same in flow.Edges.GroupBy(
            edge => (edge.From, edge.To, edge.IsDelayed)))
        {
            EdgeKind kind = same.Key.IsDelayed ? EdgeKind.Delayed : EdgeKind.AtOnce;
            yield return new FlowLine(same.Key.From, same.Key.To, kind, string.Join(", ", same.Select(edge => edge.Event).Distinct()));
        }

        foreach (IGrouping<(string Reader, string Role), FlowRead> same in flow.Reads.GroupBy(read => (read.Reader, read.Role)))
        {
            string times = string.Join(", ", same.Select(read => read.Time).Distinct().Where(time => time != ReadTime.After).Select(Text));
            yield return new FlowLine(same.Key.Reader, same.Key.Role, EdgeKind.Read, times);
        }
    }

    /// <summary>The time of a read: empty for the usual case, after the other role's turn.</summary>
    public static string Text(ReadTime time) => time switch
    {
        ReadTime.Before => "before",
        ReadTime.Settled => "settled",
        _ => "",
    };
}
