using Backtest.Configuration;
using Backtest.Engine;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>A parameter search, ready to execute: every trial is counted, and an interrupted search resumes where it stopped.</summary>
public sealed class Experiment
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);

    private readonly IBarSourceFactory _sources;
    private readonly IReadOnlyList<IPluginSource> _plugins;

    /// <param name="plan">The search.</param>
    /// <param name="sources">Opens bar sources.</param>
    /// <param name="plugins">Where plugins are found, in order of precedence.</param>
    public Experiment(SearchPlan plan, IBarSourceFactory sources, params IReadOnlyList<IPluginSource> plugins)
    {
        Plan = plan;
        _sources = sources;
        _plugins = plugins;
    }

    /// <summary>The search.</summary>
    public SearchPlan Plan { get; }

    /// <summary>Performs all checks possible before the first trial, without running anything.</summary>
    /// <param name="cancellation">Cancels reading.</param>
    /// <exception cref="InputException">The run file, the data or a plugin is invalid.</exception>
    public void Check(CancellationToken cancellation = default)
    {
        ISearchMethod method = SearchMethods.Create(Plan.Search.Method, _plugins);
        KeptBars bars = ReadBars(new ExperimentOptions(), cancellation);
        BenchmarkReader.Read(Plan.Sweep, _sources, cancellation);
        RequireFirst(method, bars, new TrialPlanner(Plan, bars, _plugins), cancellation);
        RequireValidation(bars);
    }

    /// <summary>Runs the missing trials, and writes the experiment's folder.</summary>
    /// <param name="ledger">The ledger of trials.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="cancellation">Cancels the operation; what was done until then is kept, and the same call resumes it.</param>
    /// <exception cref="InputException">The run file, the data, a plugin or the ledger is invalid.</exception>
    public async Task<ExperimentResult> ExecuteAsync(
        ITrialLedger ledger, ExperimentOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new ExperimentOptions();
        ISearchMethod method = SearchMethods.Create(Plan.Search.Method, _plugins);
        KeptBars bars = ReadBars(options, cancellation);
        Benchmark? benchmark = BenchmarkReader.Read(Plan.Sweep, _sources, cancellation);
        string id = ExperimentIdentity.Of(Plan.Sweep, bars.Fingerprint, benchmark, _plugins);
        var planner = new TrialPlanner(Plan, bars, _plugins);
        RequireFirst(method, bars, planner, cancellation);
        RequireValidation(bars);
        ClosedTradesRecorder? asWritten = Plan.Sweep.Validation is WalkForwardConfig config
            ? await WalkForward.PrepareAsync(Plan, config, bars, _plugins, options, cancellation).ConfigureAwait(false) : null;

        (ExperimentEntry entry, ExperimentFolder folder) = Begin(ledger, id, bars, options);
        using var mark = WorkerMark.Leave(folder.Workers, ledger);
        await using var claims = new ClaimedTrials(ledger, mark.Worker, options.Lease, options.Clock);
        FoldRuns? folds = FoldRuns.Of(Plan, bars, folder.FoldReturns);
        var runner = new TrialRunner(Plan, bars, benchmark, _plugins, folder.Returns, mark.Worker, options, folds);
        Action<IReadOnlyList<TrialResult>>? check =
            Plan.Sweep.Validation is CrossValidationConfig apart ? trials => FoldCheck.Require(apart, folds!.Days, trials) : null;
        var run = new ExperimentRun(Plan, method, entry.Id, planner, runner, ledger, claims, options, check: check);
        var output = new ExperimentOutput(Plan, entry, folder, bars, benchmark, ledger, folds, options.Workers);
        bool isWhole = entry.Status == ExperimentStatus.Complete && folder.IsWhole;
        try
        {
            if (!isWhole)
                output.Begin();
            if (Plan.Sweep.Validation is CrossValidationConfig { Purge: not null } or CrossValidationConfig { Embargo: not null })
                EarlierTrials.TakeOver(ledger, EarlierTrials.IdOf(Plan.Sweep, bars.Fingerprint, benchmark, _plugins), entry, folder, mark.Worker);
            WalkForward? walk = Plan.Sweep.Validation is WalkForwardConfig windows && !isWhole
                ? new WalkForward(Plan, windows, entry, folder, bars, _sources, benchmark, _plugins, ledger, claims, mark.Worker, options, asWritten) : null;
            await run.ExecuteAsync(Stored(ledger, entry, folder, isWhole), cancellation).ConfigureAwait(false);
            if (walk is not null)
                await walk.SearchAsync(cancellation).ConfigureAwait(false);
            if (isWhole || !await ClaimEndAsync(ledger, entry, folder, claims, options.Clock, cancellation).ConfigureAwait(false))
                return output.Result(run, isInterrupted: false, []);
            if (Plan.Search.Best > 0)
                run.Report(ExperimentPhase.BestRuns);
            IReadOnlyList<int> others = await new BestRuns(Plan, bars, benchmark, planner, _plugins, options)
                .WriteAsync(folder.Best, [.. TrialResult.Rank(run.Results).Take(Plan.Search.Best)], run.History, cancellation).ConfigureAwait(false);
            DateTime at = options.Clock.GetUtcNow().UtcDateTime;
            if (Plan.Sweep.Validation is not null)
                run.Report(ExperimentPhase.Validation);
            ValidationSummary? validation = walk is not null ? await walk.TestAsync(folder, at, cancellation).ConfigureAwait(false)
                : Plan.Sweep.Validation is CrossValidationConfig cross
                    ? await output.ValidateAsync(run, cross, new SplitRuns(bars, planner, folds!, _plugins, options), cancellation).ConfigureAwait(false) : null;
            run.Report(ExperimentPhase.Judgement);
            output.Finish(run, validation, at);
            return output.Result(run, isInterrupted: false, others);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            if (!mark.HasCompany)
                output.End(ExperimentState.Interrupted);
            return output.Result(run, isInterrupted: true, []);
        }
        catch (Exception exception) when (!isWhole && !mark.HasCompany)
        {
            output.End(ExperimentState.Failed, exception is InputException wrong ? wrong.Errors[0].Message : exception.Message);
            throw;
        }
    }

    /// <summary>The trials that need not run again, because the ledger has their result and the folder their returns.</summary>
    private static IEnumerable<TrialEntry> Stored(ITrialLedger ledger, ExperimentEntry entry, ExperimentFolder folder, bool isWhole)
    {
        IReadOnlyList<TrialEntry> trials = ledger.Trials(entry.Id);
        if (isWhole)
            return trials;
        IReadOnlyDictionary<int, StoredReturns> returns = folder.Returns.Find();
        HashSet<string> keys = [.. trials.Where(trial => returns.ContainsKey(trial.Number)).Select(trial => trial.Key)];
        return trials.Where(trial => trial.Status != TrialStatus.Complete || keys.Contains(trial.Key));
    }

    /// <summary>Claims the end of the experiment, because only one worker writes tables.</summary>
    /// <returns>Whether this worker must write them; otherwise another has written them.</returns>
    private static async Task<bool> ClaimEndAsync(
        ITrialLedger ledger, ExperimentEntry entry, ExperimentFolder folder, ClaimedTrials claims, TimeProvider clock, CancellationToken cancellation)
    {
        while (!claims.ClaimEnd(entry.Id))
        {
            await Task.Delay(Glance, clock, cancellation).ConfigureAwait(false);
            if (ledger.Find(entry.Id) is { Status: ExperimentStatus.Complete } && folder.IsWhole)
                return false;
        }

        return !(ledger.Find(entry.Id) is { Status: ExperimentStatus.Complete } && folder.IsWhole);
    }

    private KeptBars ReadBars(ExperimentOptions options, CancellationToken cancellation)
    {
        RequireHoldout(cancellation);
        return KeptBars.Read(_sources, RunSpec.Of(Plan.AsRun, _plugins), Plan.FinerBars, options.MostBars, cancellation);
    }

    /// <summary>
    /// Rejects a holdout after the last bar, which would hold out nothing. Of the held-out days it reads no more than where they end.
    /// </summary>
    private void RequireHoldout(CancellationToken cancellation)
    {
        if (Plan.Sweep.Holdout is not { } holdout)
            return;
        using IBarSource source = _sources.Open(Plan.DataWithHoldout!, cancellation);
        if (source.Series.Max(series => series.LastDay) is not { } last || last >= holdout.From)
            return;
        throw new InputException(new InputError(
            "holdout_after_data", FormattableString.Invariant($"the days from {holdout.From:yyyy-MM-dd} on are held out, but the data ends on {last:yyyy-MM-dd}"))
        {
            Key = "holdout.from",
            Position = holdout.Position.File is null ? holdout.Position with { File = Plan.Sweep.File } : holdout.Position,
            Fix = "Set a day before the last bar, or remove 'holdout'.",
        });
    }

    /// <summary>Checks the validation, as far as possible before the first trial.</summary>
    private void RequireValidation(KeptBars bars)
    {
        if (Plan.Sweep.Validation is CrossValidationConfig folds)
            FoldCheck.Require(folds, Plan, FoldRuns.DaysOf(Plan, bars).Days.Length);
        if (Plan.Sweep.Validation is WalkForwardConfig windows)
            WalkForward.Require(Plan, windows, bars);
    }

    /// <summary>Builds the first trial, which shows errors that all trials share.</summary>
    private void RequireFirst(ISearchMethod method, KeptBars bars, TrialPlanner planner, CancellationToken cancellation)
    {
        IReadOnlyList<SearchProposal> first = method.Propose(new SearchState
        {
            Space = Plan.Space,
            Trials = [],
            Wanted = 1,
            Planned = Plan.Search.Method.Trials ?? 1,
            Objectives = Plan.Objectives.Count,
            Seed = Plan.Search.Method.Seed,
        });
        if (first.Count == 0)
            return;
        WorkflowConfig config = Plan.ConfigOf(first[0].Point);
        using IWorkflowManager manager = new WorkflowManagerFactory(bars, _plugins).Create(planner.Plan(0, first[0]).Config ?? config);
        manager.Build(cancellation);
    }

    private (ExperimentEntry Entry, ExperimentFolder Folder) Begin(ITrialLedger ledger, string id, KeptBars bars, ExperimentOptions options)
    {
        DateTimeOffset now = options.Clock.GetUtcNow();
        string path = Path.GetFullPath(Path.Combine(options.Directory, ExperimentFolder.NameOf(now, Plan.Sweep.Name, id)));
        string family = TrialFamily.Of(Plan.Sweep, bars.Series.Select(series => series.Symbol));
        ExperimentEntry entry = ledger.Begin(new ExperimentEntry(
            id, Plan.Sweep.Name, family, path, ExperimentOutput.Asked(Plan).ToJsonString(), now.UtcDateTime));
        var folder = new ExperimentFolder(entry.Folder);
        folder.Create();
        return (entry, folder);
    }
}
