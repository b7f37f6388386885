using System.Text.Json.Nodes;
using Backtest.Configuration;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>The winner of a search in a window.</summary>
/// <param name="Regime">The regime that was searched, or null for the whole window.</param>
/// <param name="Best">The best trial, or null if none has a figure.</param>
/// <param name="Point">The point it stands for.</param>
internal sealed record WindowWinner(string? Regime, TrialResult? Best, SearchPoint? Point);

/// <summary>The results of the searches in a window.</summary>
/// <param name="Number">The number of the window.</param>
/// <param name="Train">The days searched.</param>
/// <param name="Trials">All trials, by number.</param>
/// <param name="Winner">The winner in the whole window.</param>
/// <param name="ByRegime">The winner in each regime that was searched.</param>
internal sealed record SearchedWindow(int Number, DayRange Train, IReadOnlyList<TrialResult> Trials, WindowWinner Winner, IReadOnlyList<WindowWinner> ByRegime)
{
    /// <summary>
    /// The parameters traded after it; regimes without a winner of their own use those of the window. Null if the window has no winner.
    /// </summary>
    public WindowParameters? Parameters => Winner.Point is not { } plain ? null : new WindowParameters(
        plain, [.. ByRegime.Where(regime => regime.Point is { } own && !own.Equals(plain)).Select(regime => (regime.Regime!, regime.Point!))]);
}

/// <summary>
/// Repeats the search of a plan in each window, and in modes by regime once more for each regime. Like an experiment's trials, those of windows are
/// claimed, counted and resumable, but in a family of their own, because the search itself does not choose from them.
/// </summary>
/// <param name="plan">The search.</param>
/// <param name="regimes">The search for each regime, if it is repeated for regimes.</param>
/// <param name="experiment">The experiment under which the searches are stored.</param>
/// <param name="days">The days of the data.</param>
/// <param name="sources">Opens bar sources.</param>
/// <param name="benchmark">The benchmark of runs, or null.</param>
/// <param name="plugins">Where plugins are found.</param>
/// <param name="ledger">The ledger of trials.</param>
/// <param name="claims">The claims of this worker.</param>
/// <param name="worker">The name of this worker.</param>
/// <param name="options">The options of the experiment.</param>
internal sealed class WindowSearches(
    SearchPlan plan,
    IReadOnlyList<(string Regime, SearchPlan Plan)> regimes,
    ExperimentEntry experiment,
    DateOnly[] days,
    IBarSourceFactory sources,
    Benchmark? benchmark,
    IReadOnlyList<IPluginSource> plugins,
    ITrialLedger ledger,
    ClaimedTrials claims,
    string worker,
    ExperimentOptions options)
{
    /// <summary>The key, in a document, of the id of the experiment whose windows are searched.</summary>
    public const string OwnerKey = "windowsOf";

    private readonly ILookup<int, TrialEntry> _ended = ledger.Trials(experiment.Id).ToLookup(
        entry => entry.Number / (ExperimentRun.CountOf(plan, SearchMethods.Create(plan.Search.Method, plugins)) * (1 + regimes.Count)));

    private readonly (string? Regime, SearchPlan Plan)[] _searches = [(null, plan), .. regimes.Select(regime => ((string?)regime.Regime, regime.Plan))];

    /// <summary>Measures trials by the objectives of all the searches, so that a repeated trial need not run again.</summary>
    private readonly SearchPlan _measured = plan.For([.. plan.Objectives, .. regimes.SelectMany(regime => regime.Plan.Objectives)]);

    private readonly long _start = options.Clock.GetTimestamp();
    private int _done;

    /// <summary>The experiment under which the searches in another's windows are stored.</summary>
    /// <param name="of">The other experiment.</param>
    /// <param name="folder">The folder of its output.</param>
    /// <param name="document">Its document, as JSON.</param>
    public static ExperimentEntry EntryOf(ExperimentEntry of, string folder, string document) => new(
        ExperimentIdentity.HashOf($"windows\n{of.Id}"), $"{of.Name}-windows", $"{of.Family}, windows", folder, document, of.CreatedAt);

    /// <summary>Whether an experiment consists of the searches in another's windows.</summary>
    public static bool AreOf(ExperimentEntry entry) => JsonNode.Parse(entry.Document)?[OwnerKey] is not null;

    /// <summary>The goals trials are measured by: the objectives of the search, then those in regimes.</summary>
    public IReadOnlyList<SearchGoal> Goals => _measured.Goals;

    /// <summary>Runs the missing trials in windows that are known, several windows at once.</summary>
    /// <returns>The results of each window.</returns>
    public async Task<IReadOnlyList<SearchedWindow>> ExecuteAsync(IReadOnlyList<Window> windows, CancellationToken cancellation)
    {
        var searched = new SearchedWindow[windows.Count];
        int atOnce = Math.Min(options.Workers, windows.Count);
        await Parallel.ForEachAsync(
            windows, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation }, async (window, cancel) =>
                searched[window.Number] = await SearchAsync(window.Number, window.Train, windows.Count, Math.Max(1, options.Workers / atOnce), cancel).ConfigureAwait(false))
            .ConfigureAwait(false);
        return searched;
    }

    /// <summary>Runs the missing trials in a window.</summary>
    /// <param name="number">The window's number.</param>
    /// <param name="train">The days searched.</param>
    /// <param name="windows">The number of windows; if it is not known yet, one more than so far.</param>
    /// <param name="workers">How many trials may run at once.</param>
    /// <param name="cancellation">Cancels the operation; what was done until then is kept.</param>
    public async Task<SearchedWindow> SearchAsync(int number, DayRange train, int windows, int workers, CancellationToken cancellation)
    {
        var cut = new TrialWindow(days[train.From], days[train.To - 1]);
        KeptBars bars = KeptBars.Read(sources, RunSpec.Of(cut.Cut(plan.AsRun), plugins), plan.FinerBars, options.MostBars, cancellation);
        ReturnsStore store = StoreOf(number);
        ExperimentOptions own = options with { Workers = workers, Progress = null };
        var runner = new TrialRunner(_measured, bars, benchmark, plugins, store, worker, own);
        IReadOnlyDictionary<int, StoredReturns> stored = store.Find();
        HashSet<string> keys = [.. _ended[number].Where(entry => stored.ContainsKey(entry.Number)).Select(entry => entry.Key)];
        TrialEntry[] ended = [.. _ended[number].Where(entry => entry.Status != TrialStatus.Complete || keys.Contains(entry.Key))];
        var known = new Dictionary<SearchProposal, TrialResult>();
        var trials = new List<TrialResult>();
        var winners = new List<WindowWinner>();
        foreach ((int index, (string? regime, SearchPlan search)) in _searches.Index())
        {
            ISearchMethod method = SearchMethods.Create(plan.Search.Method, plugins);
            int planned = ExperimentRun.CountOf(plan, method);
            int first = ((number * _searches.Length) + index) * planned;
            var run = new ExperimentRun(
                search, method, experiment.Id, new TrialPlanner(plan, bars, plugins, cut), runner, ledger, claims, own, first, known);
            await run.ExecuteAsync(ended.Where(entry => entry.Number >= first && entry.Number < first + planned), cancellation).ConfigureAwait(false);
            TrialResult? best = TrialResult.Rank(run.Results) is [var winner, ..] ? winner : null;
            winners.Add(new WindowWinner(regime, best, best is null ? null : run.History[best.Number - first].Proposal.Point));
            trials.AddRange(run.Results.Select(trial => trial.With(_measured.Goals)));
            Report(run.Results.Count, windows * _searches.Length * ExperimentRun.ExpectedOf(search, method));
        }

        return new SearchedWindow(number, train, trials, winners[0], winners[1..]);
    }

    /// <summary>
    /// The returns of a window's winner on the days searched; empty if there is none. Of trials with the same key, one has them on disk.
    /// </summary>
    public double[] ReturnsOf(SearchedWindow window)
    {
        if (window.Winner.Best is not { } best)
            return [];
        IReadOnlyDictionary<int, StoredReturns> stored = StoreOf(window.Number).Find();
        StoredReturns found = stored[window.Trials.First(trial => trial.Key == best.Key && stored.ContainsKey(trial.Number)).Number];
        double[] returns = new double[found.Count];
        using var reader = new ReturnsReader();
        reader.Read(found, new int[found.Count], returns);
        return returns;
    }

    /// <summary>Removes the returns of a window's trials, which are needed only while the experiment is in progress.</summary>
    public void Clear(SearchedWindow window) => StoreOf(window.Number).Delete();

    private ReturnsStore StoreOf(int window) => new(Path.Combine(experiment.Folder, FormattableString.Invariant($"{window:D4}")));

    /// <summary>Reports how many trials of all windows have ended.</summary>
    private void Report(int trials, int? planned)
    {
        int done = Interlocked.Add(ref _done, trials);
        options.Progress?.Report(new ExperimentProgress(done, planned, done, options.Clock.GetElapsedTime(_start), Best: null)
        {
            Phase = ExperimentPhase.Windows,
        });
    }
}
