using BenchmarkDotNet.Attributes;

namespace Backtest.Benchmarks;

/// <summary>Builds the tree of two classifiers, three portfolios and four strategies, with loaded plugins. There is no loop to compare with.</summary>
[MemoryDiagnoser]
public class TreeBuilding
{
    private readonly BuildingRun _run = new();

    /// <summary>The engine.</summary>
    [Benchmark]
    public ContainerTree Engine() => _run.Build();
}
