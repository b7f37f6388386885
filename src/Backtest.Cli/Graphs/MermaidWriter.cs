using System.Text;

namespace Backtest.Cli.Graphs;

/// <summary>Writes a diagram in the language of Mermaid.</summary>
internal static class MermaidWriter
{
    public static string Write(Diagram diagram)
    {
        StringBuilder text = new("flowchart TD\n");
        foreach (DiagramCluster cluster in diagram.Clusters)
        {
            text.Append($"  subgraph {cluster.Id}[\"{Escape(cluster.Title)}\"]\n");
            foreach ((string id, string label) in cluster.Nodes)
                text.Append($"    {id}[\"{Escape(label)}\"]\n");
            foreach (DiagramEdge edge in cluster.Edges)
            {
                string label = edge.Label.Length == 0 ? "" : $"|{Escape(edge.Label)}|";
                text.Append($"    {edge.From} {(edge.IsDelayed ? "-.->" : "-->")}{label} {edge.To}\n");
            }

            text.Append("  end\n");
        }

        return text.ToString();
    }

    private static string Escape(string text) => text.Replace("\"", "#quot;", StringComparison.Ordinal);
}
