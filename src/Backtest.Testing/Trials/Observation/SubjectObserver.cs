namespace Backtest.Testing;

/// <summary>Watches one copy of a plugin in a run: all its nodes.</summary>
internal sealed class SubjectObserver
{
    private readonly List<NodeObserver> _nodes = [];

    /// <summary>Whether allocations are counted.</summary>
    public bool CountsAllocations { get; init; }

    /// <summary>Called before each bar is handled, with its row.</summary>
    public Action<int>? BeforeBar { get; init; }

    /// <summary>The position shown to a strategy, by row and true position; <see langword="null"/> for the true one.</summary>
    public Func<int, Position, Position>? Position { get; init; }

    /// <summary>Where indicators that nodes request by id are found.</summary>
    public PackageIndicators? Package { get; set; }

    /// <summary>The indicators the nodes requested.</summary>
    public IReadOnlyList<DeclaredIndicator> Indicators => [.. _nodes.SelectMany(node => node.Indicators)];

    /// <summary>The timeframes the nodes requested besides their own.</summary>
    public IEnumerable<Timeframe> Timeframes => _nodes.SelectMany(node => node.Timeframes);

    /// <summary>What the nodes decided, by time.</summary>
    public IReadOnlyList<Decision> Decisions => [.. _nodes.SelectMany(node => node.Decisions).OrderBy(decision => decision.Time)];

    /// <summary>What the nodes allocated, node after node.</summary>
    public IReadOnlyList<BarAllocation> Allocations => [.. _nodes.SelectMany(node => node.Meter?.Bars ?? [])];

    public NodeObserver Add()
    {
        var node = new NodeObserver(this, CountsAllocations ? new AllocationMeter(capacity: 1 << 13) : null);
        _nodes.Add(node);
        return node;
    }
}
