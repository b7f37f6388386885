using BenchmarkDotNet.Attributes;

namespace Backtest.Benchmarks;

/// <summary>Building the tree of two classifiers, three portfolios and four strategies, plugins at hand. There is no loop beside it.</summary>
[MemoryDiagnoser]
public class TreeBuilding
{
    private readonly BuildingRun _run = new();

    /// <summary>The engine.</summary>
    [Benchmark]
    public ContainerTree Engine() => _run.Build();
}
