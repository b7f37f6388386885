using System.Text;

namespace Backtest.Cli.Graphs;

/// <summary>Writes a diagram in the Mermaid language.</summary>
internal static class MermaidWriter
{
    public static string Write(Diagram diagram)
    {
        StringBuilder text = new("flowchart TD\n");
        List<int> reads = [];
        int edges = 0;
        foreach (DiagramCluster cluster in diagram.Clusters)
        {
            text.Append($"  subgraph {cluster.Id}[\"{Escape(cluster.Title)}\"]\n");
            foreach ((string id, string label) in cluster.Nodes)
                text.Append($"    {id}[\"{Escape(label)}\"]\n");
            foreach (DiagramEdge edge in cluster.Edges)
            {
                string label = edge.Label.Length == 0 ? "" : $"|{Escape(edge.Label)}|";
                text.Append($"    {edge.From} {(edge.Kind == EdgeKind.AtOnce ? "-->" : "-.->")}{label} {edge.To}\n");
                if (edge.Kind == EdgeKind.Read)
                    reads.Add(edges);
                edges++;
            }

            text.Append("  end\n");
        }

        // The language has only one arrow that is not solid, the dashed one; dots need a style by the numbers of the edges.
        if (reads.Count > 0)
            text.Append($"  linkStyle {string.Join(',', reads)} stroke-dasharray:1 4\n");
        return text.ToString();
    }

    private static string Escape(string text) => text.Replace("\"", "#quot;", StringComparison.Ordinal);
}
