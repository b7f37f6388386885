using Backtest.Configuration;
using Backtest.Data;
using Backtest.Engine;
using Backtest.Research;
using Backtest.Results;
using Backtest.Tests.Experiments;
using ParquetSharp;

namespace Backtest.Tests.Validation;

/// <summary>The search is repeated in each window, and its best trial is traded after it.</summary>
public sealed class WalkForwardTests
{
    private const string Windows = "validation: {type: walk_forward, train: {days: 120}, test: {days: 70}, positions: close}";
    private const string Carried = "validation: {type: walk_forward, train: {days: 120}, test: {days: 70}}";

    [Fact]
    public async Task Each_window_trades_what_was_best_in_the_days_before_it()
    {
        using Sweep sweep = new();
        ExperimentResult result = await sweep.RunAsync(Sweep.Text(more: Windows), workers: 2, cancellation: TestContext.Current.CancellationToken);
        WalkForwardSummary summary = Assert.IsType<WalkForwardSummary>(result.Validation);
        Assert.Equal((4, 280, 11), (summary.Windows.Count, summary.Days, summary.Windows[0].Trials));
        SearchPlan plan = Sweep.Plan();
        var first = new DateOnly(2000, 1, 1);
        decimal capital = 100_000;
        foreach (WindowResult window in summary.Windows)
        {
            var trials = new List<(SearchPoint Point, double? Sharpe)>();
            foreach (double fast in (double[])[2, 4, 6, 8])
            {
                foreach (int slow in (int[])[0, 1, 2])
                {
                    if (fast < new[] { 8, 16, 30 }[slow])
                        trials.Add((new SearchPoint(fast, slow), (await RunAsync(plan, new SearchPoint(fast, slow), window.TrainFrom, window.TrainTo, null)).Total.Sharpe));
                }
            }

            (SearchPoint best, double? sharpe) = trials.MaxBy(trial => trial.Sharpe ?? double.NegativeInfinity);
            Assert.Equal(plan.ValuesOf(best).ToJsonString(), window.Parameters.ToJsonString());
            Assert.Equal(sharpe, window.Inside);
            RunMetrics traded = await RunAsync(plan, best, window.TestFrom, window.TestTo, capital);
            Assert.Equal(traded.Total.TotalReturn!.Value, window.Return!.Value, 12);
            Assert.Equal(traded.Total.Sharpe, window.Outside);
            capital = traded.Total.FinalEquity;
        }

        Assert.Equal((double)(capital / 100_000) - 1, summary.TotalReturn!.Value, 12);
        using ParquetFileReader table = new(Path.Combine(result.Folder, "walk-forward.parquet"));
        Assert.Equal(280, table.FileMetaData.NumRows);
        Assert.Equal(11, result.FamilyTrials);
        using ITrialLedger ledger = sweep.OpenLedger();
        Assert.Equal(44, ledger.CountOf("sma-cross on ACME, windows"));
    }

    [Fact]
    public async Task The_same_again_more_workers_and_an_interruption_say_the_same()
    {
        using Sweep one = new();
        using Sweep many = new();
        using Sweep interrupted = new();
        string text = Sweep.Text("{type: tpe, trials: 9, seed: 3, batch: 4}", Windows.Replace("{type", "{mode: anchored, type", StringComparison.Ordinal));
        ExperimentResult first = await one.RunAsync(text, cancellation: TestContext.Current.CancellationToken);
        ExperimentResult again = await one.RunAsync(text, cancellation: TestContext.Current.CancellationToken);
        ExperimentResult others = await many.RunAsync(text, workers: 4, cancellation: TestContext.Current.CancellationToken);
        using CancellationTokenSource stop = new();
        var progress = new StopAfter(stop, trials: 17);
        ExperimentResult cut = await interrupted.RunAsync(text, progress: progress, cancellation: stop.Token);
        ExperimentResult goesOn = await interrupted.RunAsync(text, cancellation: TestContext.Current.CancellationToken);
        string expected = first.Validation!.ToJson().ToJsonString();
        Assert.True(cut.IsInterrupted);
        Assert.Equal((expected, 0), (again.Validation!.ToJson().ToJsonString(), again.Run));
        Assert.Equal(expected, others.Validation!.ToJson().ToJsonString());
        Assert.Equal(expected, goesOn.Validation!.ToJson().ToJsonString());
        Assert.Empty(Directory.GetDirectories(Path.Combine(goesOn.Folder, "windows")));
    }

    [Fact]
    public async Task A_second_walk_forward_of_the_family_deflates_by_two()
    {
        using Sweep sweep = new();
        ExperimentResult one = await sweep.RunAsync(Sweep.Text(more: Windows), cancellation: TestContext.Current.CancellationToken);
        ExperimentResult two = await sweep.RunAsync(
            Sweep.Text(more: Windows.Replace("70", "60", StringComparison.Ordinal)), cancellation: TestContext.Current.CancellationToken);
        WalkForwardSummary first = Assert.IsType<WalkForwardSummary>(one.Validation);
        WalkForwardSummary second = Assert.IsType<WalkForwardSummary>(two.Validation);
        Assert.Equal((1, 2), (first.WalkForwards, second.WalkForwards));
        Assert.Equal(0, first.Deflated!.Reference);
        Assert.Equal(2, second.Deflated!.Trials);
        Assert.True(second.Deflated.Reference > 0);
    }

    [Fact]
    public async Task Positions_carried_are_one_run_that_switches_parameters_by_date()
    {
        using Sweep sweep = new();
        ExperimentResult closed = await sweep.RunAsync(Sweep.Text(more: Windows), cancellation: TestContext.Current.CancellationToken);
        ExperimentResult result = await sweep.RunAsync(Sweep.Text(more: Carried), workers: 2, cancellation: TestContext.Current.CancellationToken);
        WalkForwardSummary summary = Assert.IsType<WalkForwardSummary>(result.Validation);
        Assert.Equal(
            Assert.IsType<WalkForwardSummary>(closed.Validation).Windows.Select(window => (window.Parameters.ToJsonString(), window.Inside)),
            summary.Windows.Select(window => (window.Parameters.ToJsonString(), window.Inside)));

        StoredRun run = StoredRun.Open(Path.Combine(result.Folder, "best", "walk-forward"));
        WorkflowConfig config = RunFile.Parse(run.Manifest.Config.ToJsonString(), "walk-forward.json");
        StrategyConfig strategy = config.Portfolios[0].Strategies[0];
        Assert.Equal((summary.Windows[0].TestFrom, summary.Windows[^1].TestTo), (config.TradeFrom, config.Data[0].End));
        Assert.Equal(Text(summary.Windows[0].Parameters), Text(strategy.Parameters));
        WindowResult[] switches = [.. summary.Windows.Skip(1).Where((window, before) => Text(window.Parameters) != Text(summary.Windows[before].Parameters))];
        Assert.NotEmpty(switches);
        Assert.Equal(
            switches.Select(window => (window.TestFrom, Text(window.Parameters))), strategy.ByDate!.Select(dated => (dated.From, Text(dated.Parameters))));

        var metrics = new MetricsRecorder();
        BacktestResult again = await new Coordinator(new WorkflowManagerFactory(new BarSources(), Sweep.Plugins)).ExecuteWorkflowAsync(
            config, new RunOptions { Recorder = metrics }, TestContext.Current.CancellationToken);
        Assert.Equal(run.Manifest.EventStreamHash, again.EventStreamHash);
        Assert.Equal(metrics.Metrics!.Total.TotalReturn!.Value, summary.TotalReturn!.Value, 12);
        Assert.Equal(metrics.Metrics!.Total.Sharpe!.Value, summary.Sharpe!.Value, 12);
        Assert.Equal(280, summary.Days);

        static string Text(object parameters) => parameters switch
        {
            ParameterMap map => $"{((ParameterScalar)map["fast"]!).Text} {((ParameterScalar)map["slow"]!).Text}",
            System.Text.Json.Nodes.JsonObject json => $"{json["fast"]} {json["slow"]}",
            _ => "",
        };
    }

    [Fact]
    public async Task What_is_the_same_throughout_a_run_cannot_be_carried()
    {
        using Sweep sweep = new();
        string text = Sweep.Text(more: Carried).Replace("path: portfolios.main.strategies.cross.parameters.slow, values: [8, 16, 30]", "path: portfolios.main.capital, values: [9, 1000]", StringComparison.Ordinal);
        InputException refused = await Assert.ThrowsAsync<InputException>(() => sweep.RunAsync(text, cancellation: TestContext.Current.CancellationToken));
        Assert.Equal(("not_carried", "validation.positions"), (refused.Errors[0].Code, refused.Errors[0].Key));
        Assert.Contains("Write positions: close", refused.Errors[0].Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("train: {days: 390}, test: {days: 20}", "validation.train: a search of 390 days and a test of 20 days are longer than the data, which has 400 trading days")]
    [InlineData("train: {days: 100}", "validation.test: 'test' is missing")]
    [InlineData("train: {days: 100}, test: {days: 20}, step: {days: 10}, positions: close", "validation.step: tests of 20 that begin every 10 would overlap")]
    [InlineData("train: {days: 100}, test: {days: 20}, step: {days: 30}", "validation.step: days between tests are not traded")]
    [InlineData("train: {days: 100, bars: 5}, test: {days: 20}", "expected one number, of days, bars or trades")]
    [InlineData("train: {days: 0}, test: {days: 20}", "validation.train: 'train' has no length")]
    [InlineData("train: {trades: 100}, test: {days: 20}", "validation.train: the first search ends when the run of the file's own values has closed 100 trades, but it closes")]
    [InlineData("train: {days: 100}, test: {trades: 90}", "validation.test: the first test needs 90 trades, but the best of the search before it closes")]
    [InlineData("train: {days: 400}, test: {trades: 9}", "validation.train: a search of 400 days and a test of 9 trades are longer than the data")]
    [InlineData("train: {days: 100}, test: {trades: 9}, gap: {trades: 1}", "validation.gap: a gap is counted in days or bars")]
    [InlineData("train: {days: 100}, test: {trades: 9}, step: {trades: 5}, positions: close", "validation.step: tests of 9 that begin every 5 would overlap")]
    [InlineData("train: {days: 100}, test: {days: 20}, folds: 5", "'folds'")]
    public async Task What_cannot_be_done_is_told(string windows, string error)
    {
        using Sweep sweep = new();
        InputException refused = await Assert.ThrowsAsync<InputException>(() => sweep.RunAsync(
            Sweep.Text(more: $"validation: {{type: walk_forward, {windows}}}"), cancellation: TestContext.Current.CancellationToken));
        Assert.Contains(error, refused.Message, StringComparison.Ordinal);
    }

    private static async Task<RunMetrics> RunAsync(SearchPlan plan, SearchPoint point, DateOnly from, DateOnly to, decimal? capital)
    {
        WorkflowConfig config = plan.ConfigOf(point);
        config = config with
        {
            TradeFrom = from,
            Data = [config.Data[0] with { End = to }],
            Execution = config.Execution with { ClosesAtEnd = capital is not null },
            Portfolios = [config.Portfolios[0] with { Capital = capital ?? config.Portfolios[0].Capital }],
        };
        var metrics = new MetricsRecorder();
        await new Coordinator(new WorkflowManagerFactory(new BarSources(), Sweep.Plugins)).ExecuteWorkflowAsync(
            config, new RunOptions { Recorder = metrics }, TestContext.Current.CancellationToken);
        return metrics.Metrics!;
    }
}
