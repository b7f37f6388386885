using Backtest.Abstractions.Runtime;
using Backtest.Data;
using Backtest.Engine;
using Backtest.Research;
using Backtest.Results;
using Backtest.Tests.Experiments;
using ParquetSharp;

namespace Backtest.Tests.Validation;

/// <summary>Trials chosen on some folds are evaluated on the others.</summary>
public sealed class CrossValidationTests
{
    private const string Folds = "validation: {type: k_fold, folds: 4, purge: {days: 2}, embargo: {days: 3}}";

    // With these, sizes do not depend on the capital left by other folds.
    private const string Divisible = "instruments: {ACME: {lot_size: 0.00000001}}\nexecution: {commission: {type: percent, value: 0.001}}";

    [Fact]
    public async Task Each_split_chooses_the_best_of_its_days_and_shows_it_on_the_others()
    {
        using Sweep sweep = new();
        string text = Sweep.Text(more: $"{Folds}\n{Divisible}");
        ExperimentResult result = await sweep.RunAsync(text, cancellation: TestContext.Current.CancellationToken);
        CrossValidationSummary summary = Assert.IsType<CrossValidationSummary>(result.Validation);
        Dictionary<int, double[]> returns = await FoldByFoldAsync(Sweep.Plan(text), result.Trials, folds: 4);
        int days = returns[0].Length;
        Assert.Equal((4, 1, days, 2, 3, 11), (summary.Splits.Count, summary.Paths.Count, summary.Days, summary.PurgeDays, summary.EmbargoDays, summary.Trials));
        double[] path = new double[days];
        foreach (FoldSplit split in new FoldPlan(days, 4, 1, 2, 3).Splits)
        {
            SplitResult judged = summary.Splits[split.Number];
            int best = returns.Keys.MaxBy(trial => Sharpe(returns[trial], split.Train));
            Assert.Equal(best, judged.Trial);
            Assert.Equal(Sharpe(returns[best], split.Train), judged.Inside!.Value, 6);
            Assert.Equal(Sharpe(returns[best], split.Test), judged.Outside!.Value, 6);
            Assert.Equal(
                returns.Keys.Where(trial => trial != best).Average(trial => Sharpe(returns[trial], split.Test) < judged.Outside - 1e-7 ? 1.0 : 0), judged.Beaten!.Value, 12);
            DayRange tested = Assert.Single(split.Test);
            returns[best].AsSpan(tested.From, tested.Count).CopyTo(path.AsSpan(tested.From));
        }

        Assert.Equal(path.Aggregate(1.0, (wealth, value) => wealth * (1 + value)) - 1, summary.Paths[0].TotalReturn!.Value, 8);
        Assert.Equal(4, Rows(Path.Combine(result.Folder, "splits.parquet")));
        Assert.Contains(result.Findings, finding => finding.StartsWith("out of sample (k_fold): 4 folds, each tested once", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_learns_learns_in_each_split_from_the_days_chosen_by_alone()
    {
        string text = Sweep.Classified($"validation: {{type: k_fold, folds: 2, purge: {{days: 5}}, embargo: {{days: 40}}}}\n{Divisible}")
            .Replace("parameters: {fast: 3, slow: 10}", "parameters: {fast: 3, slow: 10}, active_in: [bear, bull]", StringComparison.Ordinal)
            .Replace("from: 2, to: 8, step: 2", "from: 2, to: 8, step: 6", StringComparison.Ordinal).Replace("refit: 0", "refit: 100, iterations: 10", StringComparison.Ordinal)
            .Replace("values: [8, 16, 30]", "values: [16]", StringComparison.Ordinal);
        using Sweep sweep = new();
        using Sweep many = new();
        ExperimentResult result = await sweep.RunAsync(text, cancellation: TestContext.Current.CancellationToken);
        ExperimentResult others = await many.RunAsync(text, workers: 4, cancellation: TestContext.Current.CancellationToken);
        CrossValidationSummary summary = Assert.IsType<CrossValidationSummary>(result.Validation);
        Assert.True(summary.IsFittedAgain);
        Assert.Equal(summary.ToJson().ToJsonString(), others.Validation!.ToJson().ToJsonString());
        DateOnly first = new(2000, 1, 3);
        LearningDays[] learning =
        [
            new([(first, first.AddDays(300 + 40 - 1))]), // the first fold is tested
            new([(first.AddDays(300 - 5), DateOnly.MaxValue)]),
        ];
        foreach (FoldSplit split in new FoldPlan(600, 2, 1, 5, 40).Splits)
        {
            SplitResult judged = summary.Splits[split.Number];
            Dictionary<int, double[]> returns = await FoldByFoldAsync(Sweep.Plan(text), result.Trials, folds: 2, days: 600, learning[split.Number]);
            int best = returns.Keys.MaxBy(trial => Sharpe(returns[trial], split.Train));
            Assert.Equal(best, judged.Trial);
            Assert.Equal(Sharpe(returns[best], split.Train), judged.Inside!.Value, 6);
            if (split.Number > 0)
                Assert.Equal(Sharpe(returns[best], split.Test), judged.Outside!.Value, 6);
            else
                Assert.Null(judged.Outside); // nothing was learned before the first fold, so no regime is known and nothing is traded
        }
    }

    [Fact]
    public async Task Where_nothing_learns_no_run_is_made_again()
    {
        using Sweep sweep = new();
        ExperimentResult result = await sweep.RunAsync(Sweep.Text(more: Folds), cancellation: TestContext.Current.CancellationToken);
        Assert.False(Assert.IsType<CrossValidationSummary>(result.Validation).IsFittedAgain);
    }

    [Fact]
    public async Task The_same_again_and_more_workers_say_the_same()
    {
        const string Text = "validation: {type: combinatorial, folds: 5, test_folds: 2, purge: {days: 0}, embargo: auto}";
        using Sweep one = new();
        using Sweep many = new();
        ExperimentResult first = await one.RunAsync(Sweep.Text(more: Text), cancellation: TestContext.Current.CancellationToken);
        ExperimentResult again = await one.RunAsync(Sweep.Text(more: Text), cancellation: TestContext.Current.CancellationToken);
        ExperimentResult others = await many.RunAsync(Sweep.Text(more: Text), workers: 4, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal((10, 4), (((CrossValidationSummary)first.Validation!).Splits.Count, ((CrossValidationSummary)first.Validation!).Paths.Count));
        Assert.Equal(first.Validation!.ToJson().ToJsonString(), again.Validation!.ToJson().ToJsonString());
        Assert.Equal(first.Validation!.ToJson().ToJsonString(), others.Validation!.ToJson().ToJsonString());
    }

    [Fact]
    public async Task Embargo_as_long_as_needed_is_the_longest_warm_up_and_purge_the_longest_trade()
    {
        using Sweep sweep = new();
        ExperimentResult result = await sweep.RunAsync(
            Sweep.Text(more: "validation: {type: k_fold, folds: 2}"), cancellation: TestContext.Current.CancellationToken);
        CrossValidationSummary summary = Assert.IsType<CrossValidationSummary>(result.Validation);
        Assert.Equal(30, summary.EmbargoDays);
        Assert.Equal(result.Trials.Max(trial => trial.Metric("longest_trade_days")), summary.PurgeDays);
    }

    [Fact]
    public async Task Trials_made_before_a_purge_or_an_embargo_proved_too_long_are_not_made_again()
    {
        using Sweep sweep = new();
        const string Short = "validation: {type: k_fold, folds: 20}";
        InputException refused = await Assert.ThrowsAsync<InputException>(() => sweep.RunAsync(Sweep.Text(more: Short), cancellation: TestContext.Current.CancellationToken));
        Assert.Equal(["validation.purge", "validation.embargo"], refused.Errors.Select(error => error.Key));
        Assert.Contains("purge: {days: 10}. Finished trials are kept", refused.Errors[0].Fix, StringComparison.Ordinal);
        InputException still = await Assert.ThrowsAsync<InputException>(() => sweep.RunAsync(
            Sweep.Text(more: Short.Replace("20", "20, purge: {days: 10}", StringComparison.Ordinal)), cancellation: TestContext.Current.CancellationToken));
        Assert.Equal(["validation.embargo"], still.Errors.Select(error => error.Key));

        string text = Sweep.Text(more: Short.Replace("20", "20, purge: {days: 10}, embargo: {days: 10}", StringComparison.Ordinal));
        ExperimentResult result = await sweep.RunAsync(text, cancellation: TestContext.Current.CancellationToken);
        using Sweep anew = new();
        ExperimentResult alone = await anew.RunAsync(text, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal((0, 11, 11), (result.Run, alone.Run, result.FamilyTrials));
        Assert.Equal(alone.Validation!.ToJson().ToJsonString(), result.Validation!.ToJson().ToJsonString());
    }

    [Fact]
    public async Task A_trade_that_is_too_long_is_told_as_soon_as_a_trial_has_one()
    {
        using Sweep sweep = new();
        await Assert.ThrowsAsync<InputException>(() => sweep.RunAsync(
            Sweep.Text("{type: tpe, trials: 11, seed: 3, batch: 2}", "validation: {type: k_fold, folds: 20}"), cancellation: TestContext.Current.CancellationToken));
        using ITrialLedger ledger = sweep.OpenLedger();
        Assert.Equal(2, ledger.Trials(Assert.Single(ledger.Experiments()).Id).Count);
    }

    [Theory]
    [InlineData("{type: k_fold, folds: 1}", "validation.folds: found 1")]
    [InlineData("{type: combinatorial, folds: 4, test_folds: 4}", "validation.test_folds: 4 of 4 folds are tested, which leaves none to choose by")]
    [InlineData("{type: combinatorial, folds: 40, test_folds: 20}", "expected at most 10,000")]
    [InlineData("{type: k_fold, folds: 300}", "validation.folds: 400 days are divided into 300 folds of 1")]
    [InlineData("{type: k_fold, folds: 8, purge: {days: 30}}", "validation.purge: the purge of 30 days is more than half a fold of 50 days")]
    [InlineData("{type: k_fold, folds: 20, purge: {days: 0}}", "validation.embargo: the embargo of 30 days (the longest warm-up) is more than half a fold of 20 days")]
    [InlineData("{type: k_fold, purge: 5}", "validation.purge: found '5', expected auto or a number of days.\n  Write {days: 5}.")]
    [InlineData("{type: walk}", "validation.type: found 'walk'")]
    public async Task What_cannot_be_done_is_told(string validation, string error)
    {
        using Sweep sweep = new();
        InputException refused = await Assert.ThrowsAsync<InputException>(() => sweep.RunAsync(
            Sweep.Text("{type: random, trials: 4}", $"validation: {validation}"), cancellation: TestContext.Current.CancellationToken));
        Assert.Contains(error, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("metric: profit_factor", "search.objective.metric: 'profit_factor' cannot be computed from returns")]
    [InlineData("of: main", "search.objective.of: the objective is that of portfolio 'main'")]
    public async Task An_objective_that_does_not_follow_from_returns_is_told(string objective, string error)
    {
        using Sweep sweep = new();
        string text = Sweep.Text(more: Folds).Replace("  best: 2", $"  objective: {{{objective}}}", StringComparison.Ordinal);
        InputException refused = await Assert.ThrowsAsync<InputException>(() => sweep.RunAsync(text, cancellation: TestContext.Current.CancellationToken));
        Assert.Contains(error, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_trial_leaves_nothing_to_choose() => Assert.Equal(
        "too_few_trials", Assert.Throws<InputException>(() => Sweep.Plan(Sweep.Text("{type: random, trials: 1}", Folds))).Errors[0].Code);

    private static double Sharpe(double[] returns, IEnumerable<DayRange> days) =>
        ReturnMetric.Of("sharpe", [.. days.SelectMany(range => returns[range.From..range.To])], 0, 365) ?? double.NegativeInfinity;

    /// <summary>The returns of each trial, from a run for each fold that starts on its first day and closes its positions on its last.</summary>
    private static async Task<Dictionary<int, double[]>> FoldByFoldAsync(SearchPlan plan, IReadOnlyList<TrialResult> trials, int folds, int days = 400, LearningDays? learning = null)
    {
        var returns = new Dictionary<int, double[]>();
        foreach (TrialResult trial in trials)
        {
            WorkflowConfig config = plan.ConfigOf(new SearchPoint((double)trial.Parameters["fast"]!, plan.Parameters[1].Dimension.Levels == 1 ? 0 : Array.IndexOf([8.0, 16, 30], (double)trial.Parameters["slow"]!)));
            var own = new List<double>();
            for (int fold = 0; fold < folds; fold++)
            {
                DateOnly from = new DateOnly(2000, 1, 3).AddDays(fold * days / folds);
                DateOnly to = new DateOnly(2000, 1, 3).AddDays(((fold + 1) * days / folds) - 1);
                var recorder = new MetricsRecorder { TotalMeasured = curve => own.AddRange(curve.Returns()) };
                await new Coordinator(new WorkflowManagerFactory(new BarSources(), Sweep.Plugins)).ExecuteWorkflowAsync(
                    config with { TradeFrom = from, Data = [config.Data[0] with { End = to }], Execution = config.Execution with { ClosesAtEnd = true }, Learning = learning },
                    new RunOptions { Recorder = recorder }, TestContext.Current.CancellationToken);
            }

            returns.Add(trial.Number, [.. own]);
        }

        return returns;
    }

    private static long Rows(string file)
    {
        using ParquetFileReader reader = new(file);
        return reader.FileMetaData.NumRows;
    }
}
