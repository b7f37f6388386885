using Backtest.Configuration;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>What a search in a window came to.</summary>
/// <param name="Window">The window.</param>
/// <param name="Trials">Its trials, by number.</param>
/// <param name="Best">The best of them, and the point it stands for; null where none has a figure.</param>
/// <param name="Point">The point.</param>
/// <param name="Returns">The best trial's returns of the days searched; empty without one.</param>
internal sealed record SearchedWindow(Window Window, IReadOnlyList<TrialResult> Trials, TrialResult? Best, SearchPoint? Point, double[] Returns);

/// <summary>
/// Makes the search of a plan again in each window, as experiments make theirs: claimed, counted and resumable. Trials of windows are counted in
/// a family of their own: none of them is what the search itself chooses from.
/// </summary>
internal sealed class WindowSearches(
    SearchPlan plan,
    IReadOnlyList<Window> windows,
    DateOnly[] days,
    IBarSourceFactory sources,
    Benchmark? benchmark,
    IReadOnlyList<IPluginSource> plugins,
    ITrialLedger ledger,
    ClaimedTrials claims,
    string worker,
    ExperimentOptions options)
{
    /// <summary>The experiment the searches of another's windows are kept as.</summary>
    /// <param name="of">The other.</param>
    /// <param name="folder">Where its outputs are.</param>
    /// <param name="document">What is kept of it: JSON.</param>
    public static ExperimentEntry EntryOf(ExperimentEntry of, string folder, string document) => new(
        ExperimentIdentity.HashOf($"windows\n{of.Id}"), $"{of.Name}-windows", $"{of.Family}, windows", folder, document, of.CreatedAt);

    /// <summary>Where the returns of a window's trials are while the experiment goes on.</summary>
    public static string StoreOf(ExperimentEntry experiment, Window window) => Path.Combine(experiment.Folder, FormattableString.Invariant($"{window.Number:D4}"));

    /// <summary>Makes the trials that are missing, several windows at once.</summary>
    /// <param name="experiment">What the searches are kept as.</param>
    /// <param name="cancellation">Interrupts it; what is done by then stays.</param>
    /// <returns>What came of each window.</returns>
    public async Task<IReadOnlyList<SearchedWindow>> ExecuteAsync(ExperimentEntry experiment, CancellationToken cancellation)
    {
        var searched = new SearchedWindow[windows.Count];
        ILookup<int, TrialEntry> ended = ledger.Trials(experiment.Id).ToLookup(entry => entry.Number / Planned);
        int atOnce = Math.Min(options.Workers, windows.Count);
        ExperimentOptions own = options with { Workers = Math.Max(1, options.Workers / atOnce), Progress = null };
        var progress = new WindowProgress(options, windows.Count * Planned);
        await Parallel.ForEachAsync(
            windows, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation }, async (window, cancel) =>
            {
                searched[window.Number] = await SearchAsync(experiment, window, ended[window.Number], own, cancel).ConfigureAwait(false);
                progress.Add(searched[window.Number].Trials.Count);
            }).ConfigureAwait(false);
        return searched;
    }

    /// <summary>How many numbers each window has: no search makes more trials.</summary>
    private int Planned { get; } = ExperimentRun.CountOf(plan, SearchMethods.Create(plan.Search.Method, plugins));

    private async Task<SearchedWindow> SearchAsync(
        ExperimentEntry experiment, Window window, IEnumerable<TrialEntry> ended, ExperimentOptions own, CancellationToken cancellation)
    {
        var cut = new TrialWindow(days[window.Train.From], days[window.Train.To - 1]);
        WorkflowConfig whole = plan.Sweep with { Workflow = Workflows.Backtest, Search = null, Validation = null };
        KeptBars bars = KeptBars.Read(sources, RunSpec.Of(cut.Cut(whole), plugins), options.MostBars, cancellation);
        var store = new ReturnsStore(StoreOf(experiment, window));
        var planner = new TrialPlanner(plan, bars, plugins, cut);
        var run = new ExperimentRun(
            plan, SearchMethods.Create(plan.Search.Method, plugins), experiment.Id, planner,
            new TrialRunner(plan, bars, benchmark, plugins, store, worker, own), ledger, claims, own, window.Number * Planned);
        IReadOnlyDictionary<int, StoredReturns> stored = store.Find();
        HashSet<string> keys = [.. ended.Where(entry => stored.ContainsKey(entry.Number)).Select(entry => entry.Key)];
        await run.ExecuteAsync(ended.Where(entry => entry.Status != TrialStatus.Complete || keys.Contains(entry.Key)), cancellation).ConfigureAwait(false);
        if (TrialResult.Rank(run.Results) is not [var best, ..])
            return new SearchedWindow(window, run.Results, Best: null, Point: null, []);
        SearchPoint point = run.History[best.Number - (window.Number * Planned)].Proposal.Point;
        return new SearchedWindow(window, run.Results, best, point, ReturnsOf(best, run.Results, store));
    }

    /// <summary>Of trials with the same key one has its returns on disk.</summary>
    private static double[] ReturnsOf(TrialResult best, IReadOnlyList<TrialResult> trials, ReturnsStore store)
    {
        IReadOnlyDictionary<int, StoredReturns> stored = store.Find();
        StoredReturns found = stored[trials.First(trial => trial.Key == best.Key && stored.ContainsKey(trial.Number)).Number];
        double[] returns = new double[found.Count];
        found.Read(new int[found.Count], returns);
        return returns;
    }

    /// <summary>Tells how many trials of all windows have ended.</summary>
    private sealed class WindowProgress(ExperimentOptions options, int planned)
    {
        private readonly long _start = options.Clock.GetTimestamp();
        private int _done;

        public void Add(int trials)
        {
            int done = Interlocked.Add(ref _done, trials);
            options.Progress?.Report(new ExperimentProgress(done, planned, done, options.Clock.GetElapsedTime(_start), Best: null));
        }
    }
}
