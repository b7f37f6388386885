using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>Builds one pass over some data: first its runs, then what serves all of them; the generator writes its wiring.</summary>
[ContainerFactory(typeof(DataPass))]
public sealed partial class DataPassFactory
{
    private readonly PassContext _pass;
    private readonly PassKind _kind;
    private readonly List<BacktestContainer> _runs = [];

    /// <summary>A factory for one pass.</summary>
    /// <param name="pass">What its runs share.</param>
    /// <param name="kind">What they have in common.</param>
    internal DataPassFactory(PassContext pass, PassKind kind)
    {
        _pass = pass;
        _kind = kind;
    }

    /// <summary>How many runs there are so far.</summary>
    internal int Count => _runs.Count;

    /// <summary>Builds a run of the pass.</summary>
    /// <exception cref="InputException">The configuration or a plugin is wrong.</exception>
    internal void Add(WorkflowConfig config) => _runs.Add(new BacktestContainerFactory(config, _pass, _kind.Currency).Create());

    /// <summary>Builds the pass, once all runs are there: it is known then which timeframes they read.</summary>
    /// <param name="chunkBytes">About how much memory the bars of a chunk take.</param>
    internal DataPass Create(int chunkBytes)
    {
        var streamer = new DataStreamer(_pass.Source, _pass.Bars, _kind.IsTurnByTurn ? 0 : chunkBytes);
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
