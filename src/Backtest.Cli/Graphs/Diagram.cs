namespace Backtest.Cli.Graphs;

/// <summary>Nodes and edges in titled groups, independent of the diagram language.</summary>
internal sealed class Diagram
{
    private readonly List<DiagramCluster> _clusters = [];

    /// <summary>The groups.</summary>
    public IReadOnlyList<DiagramCluster> Clusters => _clusters;

    /// <summary>Adds a group.</summary>
    public DiagramCluster AddCluster(string title)
    {
        DiagramCluster cluster = new($"c{_clusters.Count}", title);
        _clusters.Add(cluster);
        return cluster;
    }
}
