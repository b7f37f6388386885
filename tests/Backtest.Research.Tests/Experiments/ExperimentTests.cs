using Backtest.Data;
using Backtest.Engine;
using Backtest.Research;
using ParquetSharp;

namespace Backtest.Tests.Experiments;

/// <summary>A search gives the same results however it is executed, and every trial is counted once.</summary>
public sealed class ExperimentTests
{
    public static TheoryData<string> Methods =>
    [
        Sweep.Grid,
        "{type: random, trials: 9, seed: 3}",
        "{type: sobol, trials: 9, seed: 3}",
        "{type: tpe, trials: 11, seed: 3, batch: 4}",
        "{type: halving, trials: 11, seed: 3}",
    ];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task The_number_of_workers_does_not_show(string method)
    {
        string[] one = await TrialsAsync(workers: 1);
        Assert.NotEmpty(one);
        Assert.Equal(one, await TrialsAsync(workers: 2));
        Assert.Equal(one, await TrialsAsync(workers: 8));

        async Task<string[]> TrialsAsync(int workers)
        {
            using Sweep sweep = new();
            return Lines(await sweep.RunAsync(Sweep.Text(method), workers, cancellation: TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task A_grid_makes_every_pair_the_constraint_allows()
    {
        using Sweep sweep = new();
        ExperimentResult result = await sweep.RunAsync(cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(11, result.Trials.Count);
        Assert.All(result.Trials, trial => Assert.Equal(TrialStatus.Complete, trial.Status));
        Assert.DoesNotContain(result.Trials, trial => (int)trial.Parameters["fast"]! >= (int)trial.Parameters["slow"]!);
        Assert.Equal("sma-cross on ACME", result.Family);
        Assert.Equal(11, result.FamilyTrials);
    }

    [Theory]
    [InlineData(Sweep.Grid, 11)]
    [InlineData("{type: grid, trials: 7}", 7)]
    [InlineData("{type: random, trials: 9, seed: 3}", 9)]
    public async Task Its_progress_counts_the_trials_that_are_made_and_says_what_is_done_after_them(string method, int trials)
    {
        using Sweep sweep = new();
        var heard = new Heard();
        await sweep.RunAsync(Sweep.Text(method), progress: heard, cancellation: TestContext.Current.CancellationToken);
        Assert.All(heard.Progress, progress => Assert.Equal(trials, progress.Planned));
        Assert.Equal(trials, heard.Progress[^1].Done);
        Assert.Equal([ExperimentPhase.Trials, ExperimentPhase.BestRuns, ExperimentPhase.Judgement], heard.Phases);
    }

    [Fact]
    public async Task The_progress_of_a_walk_forward_counts_the_trials_of_windows_apart()
    {
        using Sweep sweep = new();
        var heard = new Heard();
        await sweep.RunAsync(
            Sweep.Text(more: "validation: {type: walk_forward, train: {days: 100}, test: {days: 100}}"), progress: heard, cancellation: TestContext.Current.CancellationToken);
        ExperimentProgress[] windows = [.. heard.Progress.Where(progress => progress.Phase == ExperimentPhase.Windows)];
        Assert.NotEmpty(windows);
        Assert.Equal(windows[^1].Planned, windows[^1].Done);
        Assert.Equal(0, windows[^1].Planned % 11);
        Assert.Equal(
            [ExperimentPhase.Trials, ExperimentPhase.Windows, ExperimentPhase.BestRuns, ExperimentPhase.Validation, ExperimentPhase.Judgement], heard.Phases);
    }

    [Fact]
    public async Task A_trial_equals_the_same_run_alone()
    {
        using Sweep sweep = new();
        ExperimentResult result = await sweep.RunAsync(workers: 2, cancellation: TestContext.Current.CancellationToken);
        SearchPlan plan = Sweep.Plan();
        var coordinator = new Coordinator(new WorkflowManagerFactory(new BarSources(), Sweep.Plugins));
        foreach (TrialResult trial in result.Trials)
        {
            BacktestResult alone = await coordinator.ExecuteWorkflowAsync(plan.ConfigOf(new SearchPoint(
                (double)trial.Parameters["fast"]!, Array.IndexOf([8, 16, 30], (int)trial.Parameters["slow"]!))), cancellation: TestContext.Current.CancellationToken);
            Assert.Equal(alone.EventStreamHash, trial.EventHash);
            Assert.Equal((double)alone.FinalEquity, trial.Metric("final_equity"));
        }
    }

    [Fact]
    public async Task The_same_again_runs_and_counts_nothing()
    {
        using Sweep sweep = new();
        ExperimentResult first = await sweep.RunAsync(cancellation: TestContext.Current.CancellationToken);
        ExperimentResult again = await sweep.RunAsync(cancellation: TestContext.Current.CancellationToken);
        Assert.Equal((11, 0), (first.Run, again.Run));
        Assert.Equal(first.Folder, again.Folder);
        Assert.Equal(Lines(first), Lines(again));
        Assert.Equal(11, again.FamilyTrials);
    }

    [Fact]
    public async Task Another_search_of_the_same_strategy_adds_only_what_is_new()
    {
        using Sweep sweep = new();
        await sweep.RunAsync(cancellation: TestContext.Current.CancellationToken);
        ExperimentResult other = await sweep.RunAsync(
            Sweep.Text().Replace("to: 8, step: 2", "to: 10, step: 2", StringComparison.Ordinal), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(13, other.Trials.Count); // adds fast: 10 with slow: 16 and 30
        Assert.Equal(13, other.FamilyTrials);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task An_interrupted_search_goes_on_where_it_ended(string method)
    {
        string text = Sweep.Text(method);
        using Sweep whole = new();
        ExperimentResult expected = await whole.RunAsync(text, cancellation: TestContext.Current.CancellationToken);
        using Sweep cut = new();
        using CancellationTokenSource source = new();
        ExperimentResult before = await cut.RunAsync(text, progress: new Canceling(source), cancellation: source.Token);
        Assert.True(before.IsInterrupted);
        Assert.NotEmpty(before.Trials);
        ExperimentResult after = await cut.RunAsync(text, cancellation: TestContext.Current.CancellationToken);
        Assert.False(after.IsInterrupted);
        Assert.True(after.Run < after.Trials.Count);
        Assert.Equal(after.Trials.Count - after.Run, before.Trials.Count);
        Assert.Equal(Lines(expected), Lines(after));
        (int[] trials, double[] returns) = Returns(expected.Folder);
        Assert.Equal(trials, Returns(after.Folder).Trials);
        Assert.Equal(returns, Returns(after.Folder).Returns);
    }

    [Fact]
    public async Task Two_workers_share_a_search()
    {
        using Sweep sweep = new();
        ExperimentResult[] results = await Task.WhenAll(
            sweep.RunAsync(cancellation: TestContext.Current.CancellationToken), sweep.RunAsync(cancellation: TestContext.Current.CancellationToken));
        Assert.Equal(11, results.Sum(result => result.Run));
        Assert.Equal(Lines(results[0]), Lines(results[1]));
        Assert.Equal(results[0].Folder, results[1].Folder);
    }

    [Fact]
    public async Task Returns_of_each_complete_trial_are_kept()
    {
        using Sweep sweep = new();
        ExperimentResult result = await sweep.RunAsync(cancellation: TestContext.Current.CancellationToken);
        (int[] trials, double[] returns) = Returns(result.Folder);
        Assert.Equal(result.Trials.Count * 400, trials.Length);
        foreach (TrialResult trial in result.Trials)
        {
            double growth = trials.Zip(returns).Where(row => row.First == trial.Number).Aggregate(1.0, (grown, row) => grown * (1 + row.Second));
            Assert.Equal(trial.Metric("total_return")!.Value, growth - 1, 1e-12);
        }
    }

    [Fact]
    public async Task The_best_trials_have_run_folders_that_came_to_the_same()
    {
        using Sweep sweep = new();
        ExperimentResult result = await sweep.RunAsync(cancellation: TestContext.Current.CancellationToken);
        Assert.Empty(result.Warnings);
        for (int rank = 1; rank <= 2; rank++)
        {
            string manifest = await File.ReadAllTextAsync(
                Path.Combine(result.Folder, "best", $"{rank}", "manifest.json"), TestContext.Current.CancellationToken);
            Assert.Equal(result.Ranked[rank - 1].EventHash, Results.ResultsJson.ReadManifest(manifest).EventStreamHash);
        }

        Assert.False(Directory.Exists(Path.Combine(result.Folder, "best", "3")));
        Assert.False(Directory.Exists(Path.Combine(result.Folder, "parts")));
    }

    [Fact]
    public async Task A_trial_that_cannot_be_is_faulted_and_leaves_the_others_alone()
    {
        using Sweep sweep = new();
        string text = Sweep.Text().Replace("values: [8, 16, 30]", "values: [30, eight]", StringComparison.Ordinal)
            .Replace("constraints: [\"fast < slow\"]", "constraints: []", StringComparison.Ordinal);
        ExperimentResult result = await sweep.RunAsync(text, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(8, result.Trials.Count);
        Assert.Equal(4, result.Trials.Count(trial => trial.Status == TrialStatus.Faulted && trial.Message!.Contains("eight", StringComparison.Ordinal)));
        Assert.Equal(4, result.Ranked.Count);
        Assert.Contains("4 of 8 trials faulted", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_experiment_is_found_by_its_folder_by_a_part_of_the_folders_name_and_as_the_latest()
    {
        using Sweep sweep = new();
        ExperimentResult first = await sweep.RunAsync(cancellation: TestContext.Current.CancellationToken);
        ExperimentResult second = await sweep.RunAsync(Sweep.Text("{type: grid, trials: 3}"), cancellation: TestContext.Current.CancellationToken);
        using ITrialLedger ledger = sweep.OpenLedger();
        Assert.Equal(first.Id, Find(first.Folder));
        Assert.Equal(first.Id, Find(first.Folder + Path.DirectorySeparatorChar));
        Assert.Equal(first.Id, Find(Path.GetFileName(first.Folder)));
        Assert.Equal(first.Id, Find($"averages-{first.Id[..8]}"));
        Assert.Equal(second.Id, Find("latest"));
        Assert.Equal(second.Id, Find("averages")); // the newest of that name
        Assert.Equal("unknown_experiment", Error("nothing").Code);
        InputError several = Error("-averages-");
        Assert.Equal("ambiguous_experiment", several.Code);
        Assert.Contains(Path.GetFileName(first.Folder), several.Message, StringComparison.Ordinal);
        Assert.Contains(Path.GetFileName(second.Folder), several.Message, StringComparison.Ordinal);

        string Find(string text) => StoredExperiment.Find(ledger, text).Entry.Id;

        InputError Error(string text) => Assert.Single(Assert.Throws<InputException>(() => Find(text)).Errors);
    }

    private static string[] Lines(ExperimentResult result) =>
    [
        .. result.Trials.Select(trial => FormattableString.Invariant(
            $"{trial.Number} {trial.Parameters.ToJsonString()} {trial.Share} {trial.Status} {trial.EventHash} {string.Join(',', trial.Objectives)}")),
    ];

    private static (int[] Trials, double[] Returns) Returns(string folder)
    {
        using var file = new ParquetFileReader(Path.Combine(folder, "returns.parquet"));
        using RowGroupReader group = file.RowGroup(0);
        int rows = (int)group.MetaData.NumRows;
        return (group.Column(0).LogicalReader<int>().ReadAll(rows), group.Column(2).LogicalReader<double>().ReadAll(rows));
    }

    private sealed class Heard : IProgress<ExperimentProgress>
    {
        public List<ExperimentProgress> Progress { get; } = [];

        public IEnumerable<ExperimentPhase> Phases => Progress.Select(progress => progress.Phase).Distinct();

        public void Report(ExperimentProgress value) => Progress.Add(value);
    }

    /// <summary>Interrupts the search at the first progress report.</summary>
    private sealed class Canceling(CancellationTokenSource source) : IProgress<ExperimentProgress>
    {
        public void Report(ExperimentProgress value) => source.Cancel();
    }
}
