using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Builds one pass over data: first its runs, then the parts they share. The generator writes the wiring.</summary>
[ContainerFactory(typeof(DataPass))]
public sealed partial class DataPassFactory
{
    private const int BytesOfRows = 1 << 20;
    private const int BytesPerRow = 52; // of equity
    private const int FewestRows = 256; // with fewer rows, the overhead of calls would exceed the savings

    private readonly PassContext _pass;
    private readonly PassKind _kind;
    private readonly List<BacktestContainer> _runs = [];

    /// <summary>Creates a factory for one pass.</summary>
    /// <param name="pass">What its runs share while they are built.</param>
    /// <param name="kind">What they have in common.</param>
    internal DataPassFactory(PassContext pass, PassKind kind)
    {
        _pass = pass;
        _kind = kind;
    }

    /// <summary>Builds a run of the pass.</summary>
    /// <returns>Its approximate memory, in bytes.</returns>
    /// <exception cref="InputException">The configuration or a plugin is invalid.</exception>
    internal long Add(WorkflowConfig config)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        BacktestContainer run = new BacktestContainerFactory(config, _pass, _kind.Currency).Create();
        _runs.Add(run);
        return GC.GetAllocatedBytesForCurrentThread() - before + (FewestRows * BytesPerRow * (1 + run.AllPortfolios.Count));
    }

    /// <summary>Builds the pass, once all runs are added, because only then are the timeframes they read known.</summary>
    /// <param name="chunkBytes">The approximate memory of the bars of a chunk, in bytes.</param>
    internal DataPass Create(int chunkBytes)
    {
        // Each run fills its own rows before the next takes the chunk, so the rows of all runs together should fit into the cache.
        int mostRows = Math.Clamp(BytesOfRows / BytesPerRow / _runs.Sum(run => 1 + run.AllPortfolios.Count), FewestRows, DataStreamer.MostRows);
        var streamer = new DataStreamer(_pass.Source, _pass.Bars, _kind.IsTurnByTurn ? 0 : chunkBytes, mostRows, [.. _pass.Finer]);
        var views = new List<(BarChunk Chunk, IReadOnlyCollection<int> Higher)>();
        HashSet<ClassifierRunner> used = [.. _runs.SelectMany(run => run.Classifiers).Select(container => container.Classifier)];
        var pass = new DataPass(new DataPassParts(
            streamer,
            _pass.Hub,
            [.. _pass.Classifiers.Values.Where(classifier => used.Contains(classifier.Runner))],
            [.. _runs.Select(run => new Trial(run, ViewOf(run.Bars.Asked)))],
            views));
        pass.Wire(WireEventFlows(pass));
        pass.Initialize();
        return pass;

        BarChunk ViewOf(IReadOnlyCollection<int> asked)
        {
            if (asked.Count == _pass.Bars.Higher.Count)
                return streamer.Chunk;
            BarChunk? known = views.Find(view => view.Higher.SequenceEqual(asked)).Chunk;
            if (known is not null)
                return known;
            views.Add((streamer.Chunk.Share(), asked));
            return views[^1].Chunk;
        }
    }
}
