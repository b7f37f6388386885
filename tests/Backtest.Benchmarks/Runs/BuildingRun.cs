using Backtest.Plugins.MovingAverageCross;

namespace Backtest.Benchmarks;

/// <summary>Builds trees without running them, with loaded plugins.</summary>
public sealed class BuildingRun
{
    private readonly PreloadedBars _bars = PreloadedBars.Synthetic(symbols: 1, bars: 1, Timeframe.Day);
    private readonly WorkflowConfig _tree;

    /// <summary>Creates the run of two classifiers, three portfolios and four strategies.</summary>
    public BuildingRun() => _tree = TreeRun.Config(Data, _bars.Symbols[0]);

    private static BarSourceOptions.Plugin Data => new() { Id = "memory" };

    /// <summary>Builds the tree.</summary>
    public ContainerTree Build() => Build(_tree);

    /// <summary>The cost of an additional portfolio container, in bytes.</summary>
    public long BytesPerPortfolio()
    {
        const int More = 10;
        WorkflowConfig one = Portfolios(1);
        WorkflowConfig many = Portfolios(1 + More);
        Allocated(one);
        Allocated(many);
        return (Allocated(many) - Allocated(one)) / More;
    }

    private long Allocated(WorkflowConfig config)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Build(config);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private ContainerTree Build(WorkflowConfig config)
    {
        using IWorkflowManager manager = EngineRun.Managers(_bars).Create(config);
        return manager.Build();
    }

    private static WorkflowConfig Portfolios(int count)
    {
        WorkflowConfig config = CrossRun.Config(Data, AverageKind.Sma);
        return config with { Portfolios = [.. Enumerable.Range(0, count).Select(place => config.Portfolios[0] with { Name = $"p{place}" })] };
    }
}
