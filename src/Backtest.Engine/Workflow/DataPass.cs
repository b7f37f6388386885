namespace Backtest.Engine;

/// <summary>One pass over data for all trials on it: bars are read, indicators computed and classifiers run once for all trials.</summary>
public sealed class DataPass : Container
{
    private readonly SharedClassifier[] _classifiers;
    private readonly (BarChunk Chunk, IReadOnlyCollection<int> Higher)[] _views;
    private DataPassFactory.Wiring? _wiring;

    internal DataPass(DataPassParts parts)
        : base("")
    {
        Streamer = parts.Streamer;
        Hub = parts.Hub;
        Trials = [.. parts.Trials];
        Classifiers = [.. parts.Classifiers.Select(classifier => classifier.Runner)];
        _classifiers = [.. parts.Classifiers];
        _views = [.. parts.Views];
    }

    /// <summary>The stream of bars.</summary>
    public DataStreamer Streamer { get; }

    /// <summary>The indicators, computed once and shared.</summary>
    [Role]
    public IndicatorHub Hub { get; }

    /// <summary>The classifiers, each shared by all trials for which its regimes are the same.</summary>
    [Role(IsConcurrent = true)]
    public IReadOnlyList<ClassifierRunner> Classifiers { get; }

    /// <summary>The runs. They share nothing that changes while they take a chunk.</summary>
    [Role(IsConcurrent = true)]
    public Trial[] Trials { get; }

    /// <summary>Takes the bars of a chunk.</summary>
    public void OnBars(BarChunk chunk)
    {
        foreach ((BarChunk view, IReadOnlyCollection<int> higher) in _views)
            view.Follow(chunk, higher);
        _wiring!.OnBars(chunk);
        foreach (SharedClassifier classifier in _classifiers)
            classifier.Recorder.Journal.Clear();
    }

    internal void Wire(DataPassFactory.Wiring wiring) => _wiring = wiring;

    /// <summary>
    /// Lets trials, or the containers of a single trial, take a chunk concurrently, on a number of threads; results do not depend on it.
    /// </summary>
    internal void UseThreads(int threads)
    {
        _wiring!.Threads = Trials.Length > 1 || Classifiers.Count > 1 ? threads : 1;
        foreach (Trial trial in Trials)
            trial.Run.UseThreads(Trials.Length > 1 ? 1 : threads);
    }

    private protected override void OnStart(RunStart start)
    {
        foreach (SharedClassifier classifier in _classifiers)
            classifier.Runner.Start(start with { Seed = classifier.Seed, Learning = classifier.Learning }, classifier.Runner.Description.Name);
        foreach (Trial trial in Trials)
            trial.Run.Start(start with { Seed = trial.Run.Config.Seed, Learning = trial.Run.Config.Learning });
    }

    private protected override void OnStop()
    {
    }

    private protected override void Release()
    {
        foreach (Trial trial in Trials.AsEnumerable().Reverse())
            trial.Run.Dispose();
        Streamer.Dispose();
    }
}
