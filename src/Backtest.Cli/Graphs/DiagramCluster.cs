namespace Backtest.Cli.Graphs;

/// <summary>A group of a diagram.</summary>
internal sealed class DiagramCluster(string id, string title)
{
    private readonly List<(string Id, string Label)> _nodes = [];
    private readonly List<DiagramEdge> _edges = [];

    /// <summary>The id of the group in the diagram language.</summary>
    public string Id { get; } = id;

    /// <summary>The title of the group for readers.</summary>
    public string Title { get; } = title;

    /// <summary>Its nodes.</summary>
    public IReadOnlyList<(string Id, string Label)> Nodes => _nodes;

    /// <summary>Its edges.</summary>
    public IReadOnlyList<DiagramEdge> Edges => _edges;

    /// <summary>Adds a node, even if there is one with the same label.</summary>
    /// <returns>Its id.</returns>
    public string AddNode(string label)
    {
        string node = $"{Id}n{_nodes.Count}";
        _nodes.Add((node, label));
        return node;
    }

    /// <summary>The node with this label, added if it does not exist.</summary>
    /// <returns>Its id.</returns>
    public string Node(string label)
    {
        int index = _nodes.FindIndex(node => node.Label == label);
        return index < 0 ? AddNode(label) : _nodes[index].Id;
    }

    /// <summary>Adds an edge, unless it already exists.</summary>
    public void Connect(string from, string to, string label = "", EdgeKind kind = EdgeKind.AtOnce)
    {
        DiagramEdge edge = new(from, to, label, kind);
        if (!_edges.Contains(edge))
            _edges.Add(edge);
    }
}
