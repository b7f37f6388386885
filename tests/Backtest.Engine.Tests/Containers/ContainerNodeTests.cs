using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>The behavior of the base class of container nodes.</summary>
public sealed class ContainerNodeTests
{
    private static readonly BarSeries Bars = new(new Instrument { Symbol = "A" }, Timeframe.Day, index: 0, hasVolume: false);

    private static readonly StrategyConnections Connections = new(Bars, new IndicatorHub(new RunSeries([Bars], [])), new SilentEmitter(), new PositionCell());

    [Fact]
    public void The_numbers_its_members_read_are_recorded_with_its_signals()
    {
        ContainerNode node = Node(new("one", new ReadingNode("bar")), new("two", new ReadingNode("bar", "twice")));
        double[] values = new double[3];
        node.ReadIndicators(7, values);

        Assert.Equal(["one.bar", "two.bar", "two.twice"], node.IndicatorNames);
        Assert.Equal([7, 7, 14], values);
    }

    [Fact]
    public void It_asks_to_be_called_at_every_bar() => Assert.Equal(3, Node().Next(3, 6, marks: true));

    private static IdleNode Node(params ContainerMember[] members) =>
        new(new ContainerConnections(Connections, new ContainerParts(null!, Bars.Instrument), members));

    private sealed class IdleNode(ContainerConnections connections) : ContainerNode(connections)
    {
        public override void OnTurn(int row) => throw new InvalidOperationException("a container is not tried ahead");
    }

    /// <summary>Reads the row, twice the row, and so on.</summary>
    private sealed class ReadingNode(params string[] names) : StrategyNode(Connections)
    {
        public override IReadOnlyList<string> IndicatorNames => names;

        public override void ReadIndicators(int row, Span<double> values)
        {
            for (int i = 0; i < names.Length; i++)
                values[i] = row * (i + 1);
        }

        public override void OnTurn(int row)
        {
        }
    }

    private sealed class SilentEmitter : SignalEmitter
    {
        public override ReadOnlySpan<OrderEvent> Orders => [];

        public override ReadOnlySpan<ClosedTrade> Trades => [];

        public override SignalHandle Give(in SignalRequest request) => default;
    }
}
