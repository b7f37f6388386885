using Backtest.Cli.Graphs;

namespace Backtest.Tests.Graphs;

public sealed class DiagramWriterTests
{
    [Fact]
    public void Mermaid_has_a_subgraph_for_each_cluster_and_other_lines_for_delays_and_reads() => Assert.Equal(
        """
        flowchart TD
          subgraph c0["event flow"]
            c0n0["Engine"]
            c0n1["Portfolio #quot;main#quot;"]
            c0n0 -->|FillEvent| c0n1
            c0n0 -.-> c0n1
            c0n1 -.->|reads| c0n0
          end
          linkStyle 2 stroke-dasharray:1 4

        """,
        MermaidWriter.Write(Example()));

    [Fact]
    public void Dot_has_a_cluster_for_each_and_other_lines_for_delays_and_reads() => Assert.Equal(
        """
        digraph run {
          node [shape=box];
          subgraph cluster_c0 {
            label="event flow";
            c0n0 [label="Engine"];
            c0n1 [label="Portfolio \"main\""];
            c0n0 -> c0n1 [label="FillEvent"];
            c0n0 -> c0n1 [label="", style=dashed];
            c0n1 -> c0n0 [label="reads", style=dotted];
          }
        }

        """,
        DotWriter.Write(Example()));

    [Fact]
    public void An_edge_drawn_twice_is_one()
    {
        DiagramCluster cluster = new Diagram().AddCluster("flow");
        cluster.Connect(cluster.Node("a"), cluster.Node("b"), "x");
        cluster.Connect(cluster.Node("a"), cluster.Node("b"), "x");

        Assert.Single(cluster.Edges);
        Assert.Equal(2, cluster.Nodes.Count);
    }

    private static Diagram Example()
    {
        Diagram diagram = new();
        DiagramCluster cluster = diagram.AddCluster("event flow");
        string engine = cluster.Node("Engine");
        string portfolio = cluster.Node("Portfolio \"main\"");
        cluster.Connect(engine, portfolio, "FillEvent");
        cluster.Connect(engine, portfolio, kind: EdgeKind.Delayed);
        cluster.Connect(portfolio, engine, "reads", EdgeKind.Read);
        return diagram;
    }
}
