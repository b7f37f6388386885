namespace Backtest.Research;

/// <summary>
/// An experiment in progress. Which trials are run follows only from earlier trials, batch by batch in the order of numbers, so that neither the
/// number of workers nor an interruption changes it.
/// </summary>
internal sealed class ExperimentRun(
    SearchPlan plan,
    ISearchMethod method,
    string experiment,
    TrialPlanner planner,
    TrialRunner runner,
    ITrialLedger ledger,
    ClaimedTrials claims,
    ExperimentOptions options,
    int firstNumber = 0,
    Dictionary<SearchProposal, TrialResult>? known = null,
    Action<IReadOnlyList<TrialResult>>? check = null)
{
    private const int UsualTrials = 100;
    private const int MostPlannedAtOnce = 4096;
    private const int FirstUnit = 16;
    private const int LargestUnit = 32; // more would exceed the cache, and a killed process loses one unit

    private static readonly TimeSpan LongUnit = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);

    private readonly Dictionary<int, TrialResult> _ended = [];
    private readonly Dictionary<SearchProposal, TrialResult> _byProposal = known ?? []; // other searches of the same runs may have run some
    private readonly Lock _lock = new();
    private readonly List<SearchTrial> _history = [];
    private readonly List<TrialResult> _results = [];
    private readonly SortedSet<int> _differing = [];
    private readonly long _start = options.Clock.GetTimestamp();
    private (int Made, SearchSurface Of)? _surface;
    private int? _expected = ExpectedOf(plan, method);
    private int _unit = FirstUnit;
    private TrialResult? _best;

    /// <summary>The trials of completed batches, by number, on which a method bases its proposals.</summary>
    public IReadOnlyList<TrialResult> Results => _results;

    /// <summary>All trials that have ended, by number, including those of the current batch.</summary>
    public IReadOnlyList<TrialResult> Ended
    {
        get
        {
            lock (_lock)
                return [.. _ended.Values.OrderBy(trial => trial.Number)];
        }
    }

    /// <summary>The surroundings of the best completed trial.</summary>
    public SearchSurface Surface => _surface is { } surface && surface.Made == _history.Count
        ? surface.Of
        : (_surface = (_history.Count, SearchSurface.Of(plan.Space, _history))).Value.Of;

    /// <summary>The proposal of each trial, by number.</summary>
    public IReadOnlyList<SearchTrial> History => _history;

    /// <summary>The numbers of the trials that no other exceeds in every objective.</summary>
    public IReadOnlyList<int> Front => [.. ParetoFront.Of(_history).Select(trial => trial.Number)];

    /// <summary>Whether proposals depend on the results of earlier trials.</summary>
    public bool IsAdaptive => method.IsAdaptive;

    /// <summary>The number of trials run here.</summary>
    public int Run { get; private set; }

    /// <summary>Trials whose result differs from an earlier recorded one, so that their runs are not repeatable.</summary>
    public IReadOnlyCollection<int> Differing => _differing;

    /// <summary>The maximum number of trials.</summary>
    public int Planned { get; } = CountOf(plan, method);

    /// <summary>The number of trial numbers of a search, including those of points that constraints reject.</summary>
    public static int CountOf(SearchPlan plan, ISearchMethod method) => plan.Search.Method.Trials
        ?? (plan.Space.Count is { } count && !method.IsAdaptive && plan.Search.Method.Type == "grid" ? (int)Math.Min(count, int.MaxValue) : UsualTrials);

    /// <summary>The number of trials a search will run, or null if too many points would have to be checked against constraints.</summary>
    public static int? ExpectedOf(SearchPlan plan, ISearchMethod method)
    {
        int most = CountOf(plan, method);
        if (plan.Search.Method.Type != "grid" || plan.Space.Count is null)
            return most;
        return plan.AllowedPoints is { } allowed ? (int)Math.Min(allowed, most) : null;
    }

    /// <summary>Reports the phase after the trials.</summary>
    public void Report(ExperimentPhase phase)
    {
        lock (_lock)
            options.Progress?.Report(Progress with { Phase = phase });
    }

    /// <summary>Runs the missing trials.</summary>
    /// <param name="stored">Trials found done.</param>
    /// <param name="cancellation">Cancels the operation; what was done until then is kept.</param>
    public async Task ExecuteAsync(IEnumerable<TrialEntry> stored, CancellationToken cancellation)
    {
        foreach (TrialEntry entry in stored)
            _ended.Add(entry.Number, new TrialResult(entry, plan.Goals));
        while (_history.Count < Planned)
        {
            cancellation.ThrowIfCancellationRequested();
            IReadOnlyList<SearchProposal> proposals = Propose();
            if (proposals.Count == 0)
                break;
            await EndAsync(proposals, cancellation).ConfigureAwait(false);
        }

        _expected = _history.Count;
    }

    private IReadOnlyList<SearchProposal> Propose() => method.Propose(new SearchState
    {
        Space = plan.Space,
        Trials = _history,
        Wanted = Math.Min(method.IsAdaptive ? plan.Search.Method.Batch : MostPlannedAtOnce, Planned - _history.Count),
        Planned = Planned,
        Objectives = plan.Objectives.Count,
        Seed = plan.Search.Method.Seed,
    });

    /// <summary>Completes a batch: all of its trials, here or by other workers.</summary>
    private async Task EndAsync(IReadOnlyList<SearchProposal> proposals, CancellationToken cancellation)
    {
        NumberedProposal[] batch = [.. proposals.Select((proposal, index) => new NumberedProposal(firstNumber + _history.Count + index, proposal))];
        for (NumberedProposal[] missing = Missing(); missing.Length > 0; missing = Missing())
        {
            // A repeated proposal has the same result: it is run once, and recorded for each.
            NumberedProposal[] known = [.. missing.Where(trial => _byProposal.ContainsKey(trial.Proposal))];
            if (known.Length > 0)
                Complete(known, [.. known.Select(trial => _byProposal[trial.Proposal].As(trial.Number, plan.Goals))]);
            else if (!await RunAsync([.. missing.DistinctBy(trial => trial.Proposal)], cancellation).ConfigureAwait(false))
                await HearOfOthersAsync(missing[0].Number, cancellation).ConfigureAwait(false);
        }

        foreach (NumberedProposal trial in batch)
            Take(_ended[trial.Number], trial.Proposal);
        Report(ExperimentPhase.Trials);
        check?.Invoke([.. _results.TakeLast(batch.Length)]);

        NumberedProposal[] Missing()
        {
            foreach (NumberedProposal trial in batch.Where(trial => _ended.ContainsKey(trial.Number)))
                _byProposal.TryAdd(trial.Proposal, _ended[trial.Number]);
            return [.. batch.Where(trial => !_ended.ContainsKey(trial.Number))];
        }
    }

    /// <summary>Runs trials in units, as many at once as there are workers; each worker makes its own passes over the data.</summary>
    /// <returns>Whether any trial was run; otherwise other processes hold all of them.</returns>
    private async Task<bool> RunAsync(NumberedProposal[] trials, CancellationToken cancellation)
    {
        using var failure = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        int next = 0;
        bool[] haveRun = await Task.WhenAll(Enumerable.Range(0, Math.Min(options.Workers, trials.Length)).Select(_ => Task.Run(WorkAsync, cancellation)))
            .ConfigureAwait(false);
        return haveRun.Contains(true);

        async Task<bool> WorkAsync()
        {
            bool hasRun = false;
            try
            {
                for (NumberedProposal[] unit = NextUnit(); unit.Length > 0; unit = NextUnit())
                    hasRun |= await RunUnitAsync(unit, failure.Token).ConfigureAwait(false);
            }
            catch
            {
                await failure.CancelAsync().ConfigureAwait(false);
                throw;
            }

            return hasRun;
        }

        NumberedProposal[] NextUnit()
        {
            lock (_lock)
            {
                int fair = (trials.Length - next + options.Workers - 1) / options.Workers;
                NumberedProposal[] unit = [.. trials.Skip(next).Take(Math.Min(_unit, fair))];
                next += unit.Length;
                return unit;
            }
        }
    }

    private async Task<bool> RunUnitAsync(NumberedProposal[] unit, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        long start = options.Clock.GetTimestamp();
        PlannedTrial[] planned = [.. unit.Select(trial => planner.Plan(trial.Number, trial.Proposal))];
        IReadOnlySet<int> mine = claims.Claim(experiment, planned);
        if (mine.Count == 0)
            return false;
        PlannedTrial[] claimed = [.. planned.Where(trial => mine.Contains(trial.Number))];
        IReadOnlyList<TrialEntry> ended = await runner.RunAsync(claimed, cancellation).ConfigureAwait(false);
        Complete([.. unit.Where(trial => mine.Contains(trial.Number))], ended);
        if (options.Clock.GetElapsedTime(start) < LongUnit)
            _unit = LargestUnit;
        Report(ExperimentPhase.Trials);
        return true;
    }

    /// <summary>Waits a moment, and reads the results of other processes.</summary>
    private async Task HearOfOthersAsync(int from, CancellationToken cancellation)
    {
        await Task.Delay(Glance, options.Clock, cancellation).ConfigureAwait(false);
        foreach (TrialEntry entry in ledger.Trials(experiment, from))
            _ended.TryAdd(entry.Number, new TrialResult(entry, plan.Goals));
    }

    private void Complete(NumberedProposal[] trials, IReadOnlyList<TrialEntry> ended) =>
        Complete(trials, ended, [.. ended.Select(entry => new TrialResult(entry, plan.Goals))]);

    private void Complete(NumberedProposal[] trials, IReadOnlyList<TrialResult> again) =>
        Complete(trials, [.. again.Select(result => result.Entry)], again);

    private void Complete(NumberedProposal[] trials, IReadOnlyList<TrialEntry> ended, IReadOnlyList<TrialResult> results)
    {
        IReadOnlyList<int> differing = ledger.Complete(experiment, runner.Worker, ended);
        lock (_lock)
        {
            _differing.UnionWith(differing);
            foreach ((NumberedProposal trial, TrialResult result) in trials.Zip(results))
            {
                _ended.TryAdd(result.Number, result);
                _byProposal.TryAdd(trial.Proposal, result);
            }

            Run += ended.Count;
        }
    }

    private void Take(TrialResult result, SearchProposal proposal)
    {
        IReadOnlyList<double> losses = result.Losses;
        _history.Add(new SearchTrial(result.Number - firstNumber, proposal, losses));
        _results.Add(result);
        if (result.Status == TrialStatus.Complete && losses[0] < (_best?.Losses[0] ?? double.PositiveInfinity))
            _best = result;
    }

    private ExperimentProgress Progress => new(_ended.Count, _expected, Run, options.Clock.GetElapsedTime(_start), _best);

    private readonly record struct NumberedProposal(int Number, SearchProposal Proposal);
}
