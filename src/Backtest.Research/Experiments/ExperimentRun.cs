namespace Backtest.Research;

/// <summary>
/// An experiment on its way. Which trials are made follows from the trials before them alone, batch by batch in order of numbers, so that
/// neither the number of workers nor an interruption shows in it.
/// </summary>
internal sealed class ExperimentRun(
    SearchPlan plan,
    ISearchMethod method,
    string experiment,
    TrialPlanner planner,
    TrialRunner runner,
    ITrialLedger ledger,
    ClaimedTrials claims,
    ExperimentOptions options)
{
    private const int UsualTrials = 100;
    private const int MostPlannedAtOnce = 4096;
    private const int FirstUnit = 16;
    private const int LargestUnit = 64; // more would leave the cache, and a unit is what a power cut costs

    private static readonly TimeSpan LongUnit = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);

    private readonly Dictionary<int, TrialEntry> _ended = [];
    private readonly Dictionary<string, TrialEntry> _byKey = new(StringComparer.Ordinal);
    private readonly List<SearchTrial> _history = [];
    private readonly List<TrialResult> _results = [];
    private readonly SortedSet<int> _differing = [];
    private readonly long _start = options.Clock.GetTimestamp();
    private (int Made, SearchSurface Of)? _surface;
    private int _unit = FirstUnit;
    private TrialResult? _best;

    /// <summary>The trials that have ended, by number.</summary>
    public IReadOnlyList<TrialResult> Results => _results;

    /// <summary>What surrounds the best of them.</summary>
    public SearchSurface Surface => _surface is { } surface && surface.Made == _history.Count
        ? surface.Of
        : (_surface = (_history.Count, SearchSurface.Of(plan.Space, _history))).Value.Of;

    /// <summary>What each trial was proposed with, by number.</summary>
    public IReadOnlyList<SearchTrial> History => _history;

    /// <summary>The numbers of the trials no other is better than in every objective.</summary>
    public IReadOnlyList<int> Front => [.. ParetoFront.Of(_history).Select(trial => trial.Number)];

    /// <summary>How many were run here.</summary>
    public int Run { get; private set; }

    /// <summary>Trials whose result differs from one recorded earlier: their runs cannot be repeated.</summary>
    public IReadOnlyCollection<int> Differing => _differing;

    /// <summary>How many trials are made at most.</summary>
    public int Planned { get; } = plan.Search.Method.Trials
        ?? (plan.Space.Count is { } count && !method.IsAdaptive && plan.Search.Method.Type == "grid" ? (int)Math.Min(count, int.MaxValue) : UsualTrials);

    /// <summary>Makes the trials that are missing.</summary>
    /// <param name="stored">Trials found done.</param>
    /// <param name="cancellation">Interrupts it; what is done by then stays.</param>
    public async Task ExecuteAsync(IEnumerable<TrialEntry> stored, CancellationToken cancellation)
    {
        foreach (TrialEntry entry in stored)
            Note(entry);
        while (_history.Count < Planned)
        {
            cancellation.ThrowIfCancellationRequested();
            IReadOnlyList<SearchProposal> proposals = Propose();
            if (proposals.Count == 0)
                return;
            await EndAsync(proposals, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>The proposals the method begins with.</summary>
    /// <exception cref="InputException">The method cannot search such a space.</exception>
    public IReadOnlyList<SearchProposal> Propose() => method.Propose(new SearchState
    {
        Space = plan.Space,
        Trials = _history,
        Wanted = Math.Min(method.IsAdaptive ? plan.Search.Method.Batch : MostPlannedAtOnce, Planned - _history.Count),
        Planned = Planned,
        Objectives = plan.Objectives.Count,
        Seed = plan.Search.Method.Seed,
    });

    /// <summary>Brings a batch to its end: all of its trials, here or by other workers.</summary>
    private async Task EndAsync(IReadOnlyList<SearchProposal> proposals, CancellationToken cancellation)
    {
        int first = _history.Count;
        PlannedTrial[] missing =
        [
            .. proposals.Index().Where(proposal => !_ended.ContainsKey(first + proposal.Index))
                .AsParallel().AsOrdered().WithDegreeOfParallelism(options.Workers).WithCancellation(cancellation)
                .Select(proposal => planner.Plan(first + proposal.Index, proposal.Item)),
        ];
        while (missing.Length > 0)
        {
            await RunSomeAsync(missing, cancellation).ConfigureAwait(false);
            missing = [.. missing.Where(trial => !_ended.ContainsKey(trial.Number))];
        }

        foreach ((int index, SearchProposal proposal) in proposals.Index())
            Take(_ended[first + index], proposal);
        Report();
    }

    /// <summary>Runs a few of the trials, or waits a moment where others are at them.</summary>
    private async Task RunSomeAsync(PlannedTrial[] missing, CancellationToken cancellation)
    {
        // What has the same key has the same result: it is run once, and recorded for each.
        PlannedTrial[] known = [.. missing.Where(trial => _byKey.ContainsKey(trial.Key))];
        if (known.Length > 0)
        {
            Complete([.. known.Select(trial => _byKey[trial.Key] with { Number = trial.Number })]);
            return;
        }

        PlannedTrial[] some = [.. missing.DistinctBy(trial => trial.Key).Take(_unit)];
        IReadOnlySet<int> mine = claims.Claim(experiment, some);
        if (mine.Count == 0)
        {
            await Task.Delay(Glance, options.Clock, cancellation).ConfigureAwait(false);
            foreach (TrialEntry entry in ledger.Trials(experiment, missing[0].Number))
                Note(entry);
            return;
        }

        long start = options.Clock.GetTimestamp();
        Complete(await runner.RunAsync([.. some.Where(trial => mine.Contains(trial.Number))], cancellation).ConfigureAwait(false));
        if (options.Clock.GetElapsedTime(start) < LongUnit)
            _unit = Math.Min(2 * _unit, LargestUnit);
        Report();
    }

    private void Complete(IReadOnlyList<TrialEntry> ended)
    {
        _differing.UnionWith(ledger.Complete(experiment, runner.Worker, ended));
        foreach (TrialEntry entry in ended)
            Note(entry);
        Run += ended.Count;
    }

    private void Note(TrialEntry entry)
    {
        if (_ended.TryAdd(entry.Number, entry))
            _byKey.TryAdd(entry.Key, entry);
    }

    private void Take(TrialEntry entry, SearchProposal proposal)
    {
        var result = new TrialResult(entry, plan.Goals);
        IReadOnlyList<double> losses = result.Losses;
        _history.Add(new SearchTrial(entry.Number, proposal, losses));
        _results.Add(result);
        if (result.Status == TrialStatus.Complete && losses[0] < (_best?.Losses[0] ?? double.PositiveInfinity))
            _best = result;
    }

    private void Report() =>
        options.Progress?.Report(new ExperimentProgress(_ended.Count, Planned, Run, options.Clock.GetElapsedTime(_start), _best));
}
