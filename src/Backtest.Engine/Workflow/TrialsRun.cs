namespace Backtest.Engine;

/// <summary>An execution of many runs: they are grouped by what they can share, then executed wave by wave.</summary>
internal sealed class TrialsRun(
    IReadOnlyList<TrialRequest> trials,
    IBarSourceFactory sources,
    IReadOnlyList<IPluginSource> plugins,
    PassOptions options,
    CancellationToken cancellation)
{
    private readonly TrialOutcome[] _outcomes = [.. trials.Select(_ => TrialOutcome.None)];
    private int _done;

    /// <summary>The outcome of each run, in the order requested.</summary>
    public IReadOnlyList<TrialOutcome> Outcomes => _outcomes;

    /// <summary>Executes the runs.</summary>
    public void Execute()
    {
        int[] known =
        [
            .. Enumerable.Range(0, trials.Count)
                .Where(trial => Attempt(trial, () => WorkflowManagerFactory.RequireTrading(trials[trial].Config))),
        ];
        try
        {
            foreach (IGrouping<IReadOnlyList<BarSourceOptions>, int> same in known.GroupBy(trial => trials[trial].Config.Data, SameSources.Comparer))
                Execute(same.Key, [.. same]);
        }
        catch (Exception exception) when (Interruption.Is(exception, cancellation))
        {
            // Runs that were not started have no result.
        }
    }

    /// <summary>Executes the runs on the same data.</summary>
    private void Execute(IReadOnlyList<BarSourceOptions> read, int[] same)
    {
        cancellation.ThrowIfCancellationRequested();
        OpenData? data = null;
        try
        {
            if (!Attempt(same, () => data = OpenData.Open(sources, read, cancellation)) || data is null)
                return;
            var kinds = new OrderedDictionary<PassKind, Queue<int>>();
            foreach (int trial in same)
                Attempt(trial, () => QueueOf(kinds, data.KindOf(trials[trial].Config)).Enqueue(trial));
            foreach ((PassKind kind, Queue<int> waiting) in kinds)
            {
                while (waiting.Count > 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                    RunWave(data, kind, waiting);
                }
            }
        }
        finally
        {
            data?.Dispose();
        }
    }

    private static Queue<int> QueueOf(OrderedDictionary<PassKind, Queue<int>> kinds, PassKind kind)
    {
        if (!kinds.TryGetValue(kind, out Queue<int>? queue))
            kinds.Add(kind, queue = new Queue<int>());
        return queue;
    }

    /// <summary>Executes as many of the waiting runs as fit into memory together.</summary>
    private void RunWave(OpenData data, PassKind kind, Queue<int> waiting)
    {
        PassContext context = data.Begin(kind, sources, plugins, options.HasHashes, cancellation);
        var factory = new DataPassFactory(context, kind);
        var wave = new List<int>();
        long bytes = 0;
        while (waiting.Count > 0 && bytes < options.WaveBytes)
        {
            int trial = waiting.Dequeue();
            if (Attempt(trial, () => bytes += factory.Add(trials[trial].Config)))
                wave.Add(trial);
        }

        if (wave.Count == 0)
            return;
        using DataPass pass = factory.Create(options.ChunkBytes);
        pass.UseThreads(options.Threads);
        for (int i = 0; i < wave.Count; i++)
            pass.Trials[i].Recorder = trials[wave[i]].Recorder;
        new PassStream(pass, ProgressOf(wave.Count), options.Log, context.Years).Run(cancellation);
        for (int i = 0; i < wave.Count; i++)
            _outcomes[wave[i]] = new TrialOutcome(pass.Trials[i].Result, []);
        _done += wave.Count;
    }

    private WaveProgress? ProgressOf(int running) =>
        options.Progress is { } progress ? new WaveProgress(progress, _done, trials.Count, running) : null;

    /// <summary>Performs an action for trials; errors in their input become their outcome.</summary>
    /// <returns>Whether there were no errors.</returns>
    private bool Attempt(int[] same, Action act)
    {
        try
        {
            act();
            return true;
        }
        catch (InputException exception)
        {
            foreach (int trial in same)
                _outcomes[trial] = new TrialOutcome(null, exception.Errors);
            _done += same.Length;
            return false;
        }
    }

    private bool Attempt(int trial, Action act) => Attempt([trial], act);

    private sealed class WaveProgress(IProgress<PassProgress> progress, int done, int all, int running) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => progress.Report(new PassProgress(done, all, running, value));
    }
}
