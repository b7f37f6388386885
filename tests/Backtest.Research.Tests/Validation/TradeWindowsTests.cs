using Backtest.Engine;
using Backtest.Research;
using Backtest.Results;
using Backtest.Tests.Experiments;

namespace Backtest.Tests.Validation;

/// <summary>Windows counted in trades depend on the best trial before them.</summary>
public sealed class TradeWindowsTests
{
    private const string Carried = "validation: {type: walk_forward, train: {trades: 6}, test: {trades: 3}}";
    private const string Closed = "validation: {type: walk_forward, train: {trades: 6}, test: {trades: 2}, step: {trades: 3}, gap: {days: 2}, positions: close}";

    [Fact]
    public async Task A_test_ends_with_the_day_on_which_what_is_traded_has_closed_its_trades()
    {
        using Sweep sweep = new();
        ExperimentResult result = await sweep.RunAsync(Sweep.Text(more: Carried), workers: 2, cancellation: TestContext.Current.CancellationToken);
        WalkForwardSummary summary = Assert.IsType<WalkForwardSummary>(result.Validation);
        DateOnly[] closed = [.. StoredRun.Open(Path.Combine(result.Folder, "best", "walk-forward")).Trades.Select(trade => DateOnly.FromDateTime(trade.ExitBarStart))];

        Assert.True(summary.Windows.Count > 2);
        Assert.All(summary.Windows.SkipLast(1), window =>
        {
            Assert.Equal(3, closed.Count(day => day >= window.TestFrom && day <= window.TestTo));
            Assert.Contains(window.TestTo, closed);
        });
        Assert.Equal(summary.Windows.Skip(1).Select(window => window.TestFrom), summary.Windows.SkipLast(1).Select(window => window.TestTo.AddDays(1)));
    }

    [Fact]
    public async Task The_first_search_goes_by_the_trades_of_the_run_as_written_and_each_other_by_those_of_the_winner_before()
    {
        using Sweep sweep = new();
        ExperimentResult result = await sweep.RunAsync(Sweep.Text(more: Closed), cancellation: TestContext.Current.CancellationToken);
        WindowResult[] windows = [.. Assert.IsType<WalkForwardSummary>(result.Validation).Windows];

        DateOnly[] asWritten = await ClosingDaysAsync(fast: 3, slow: 10);
        Assert.Equal(asWritten[5], windows[0].TrainTo);
        Assert.All(windows, window => Assert.Equal(window.TrainTo.AddDays(3), window.TestFrom));
        Assert.True(windows.Length > 2);
        foreach ((WindowResult before, WindowResult window) in windows.Zip(windows.Skip(1)))
        {
            DateOnly[] closed = await ClosingDaysAsync((int)(decimal)before.Parameters["fast"]!, (int)(decimal)before.Parameters["slow"]!);
            DateOnly[] earlier = [.. closed.Where(day => day <= window.TrainTo)];
            Assert.Equal(earlier.Length < 6 ? windows[0].TrainFrom : earlier[^6], window.TrainFrom);
            Assert.True(window.TestFrom > before.TestTo);
        }
    }

    [Fact]
    public async Task Two_processes_at_one_search_lay_out_the_same_windows()
    {
        using Sweep alone = new();
        using Sweep shared = new();
        string expected = (await alone.RunAsync(Sweep.Text(more: Carried), cancellation: TestContext.Current.CancellationToken)).Validation!.ToJson().ToJsonString();
        ExperimentResult[] both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(
            () => shared.RunAsync(Sweep.Text(more: Carried), cancellation: TestContext.Current.CancellationToken), TestContext.Current.CancellationToken)));
        Assert.All(both, result => Assert.Equal(expected, result.Validation!.ToJson().ToJsonString()));
    }

    [Fact]
    public async Task A_run_that_cannot_be_made_as_written_is_told_before_the_first_trial()
    {
        using Sweep sweep = new();
        string text = Sweep.Text(more: Carried).Replace("fast: 3, slow: 10", "fast: 30, slow: 10", StringComparison.Ordinal);
        InputException refused = await Assert.ThrowsAsync<InputException>(() => sweep.RunAsync(text, cancellation: TestContext.Current.CancellationToken));
        Assert.Contains("portfolios.main.strategies.cross.parameters", refused.Errors[0].Key, StringComparison.Ordinal);
        Assert.EndsWith("so they must be valid.", refused.Errors[0].Fix, StringComparison.Ordinal);
        using ITrialLedger ledger = sweep.OpenLedger();
        Assert.Empty(ledger.Experiments());
    }

    [Theory]
    [InlineData(Carried)]
    [InlineData(Closed)]
    public async Task The_same_again_more_workers_and_an_interruption_say_the_same(string windows)
    {
        using Sweep one = new();
        using Sweep many = new();
        using Sweep interrupted = new();
        string text = Sweep.Text("{type: tpe, trials: 6, seed: 3, batch: 3}", windows);
        ExperimentResult first = await one.RunAsync(text, cancellation: TestContext.Current.CancellationToken);
        ExperimentResult again = await one.RunAsync(text, cancellation: TestContext.Current.CancellationToken);
        ExperimentResult others = await many.RunAsync(text, workers: 4, cancellation: TestContext.Current.CancellationToken);
        using CancellationTokenSource stop = new();
        ExperimentResult cut = await interrupted.RunAsync(text, progress: new StopAfter(stop, trials: 12), cancellation: stop.Token);
        ExperimentResult goesOn = await interrupted.RunAsync(text, cancellation: TestContext.Current.CancellationToken);
        string expected = first.Validation!.ToJson().ToJsonString();
        Assert.True(cut.IsInterrupted);
        Assert.Equal((expected, 0), (again.Validation!.ToJson().ToJsonString(), again.Run));
        Assert.Equal(expected, others.Validation!.ToJson().ToJsonString());
        Assert.Equal(expected, goesOn.Validation!.ToJson().ToJsonString());
    }

    /// <summary>The days on which a run over all days closes its trades.</summary>
    private static async Task<DateOnly[]> ClosingDaysAsync(int fast, int slow)
    {
        using Sweep sweep = new();
        string text = Sweep.Text().Replace("fast: 3, slow: 10", FormattableString.Invariant($"fast: {fast}, slow: {slow}"), StringComparison.Ordinal);
        WorkflowConfig config = Sweep.Plan(text).Sweep with { Workflow = Workflows.Backtest, Search = null };
        var rows = new TradeDays();
        await new Coordinator(new WorkflowManagerFactory(new Data.BarSources(), Sweep.Plugins)).ExecuteWorkflowAsync(
            config, new RunOptions { Recorder = rows }, TestContext.Current.CancellationToken);
        return [.. rows.Days];
    }

    private sealed class TradeDays : IRunRecorder
    {
        public List<DateOnly> Days { get; } = [];

        public void Begin(RunDescription run)
        {
        }

        public void Record(RunJournal journal)
        {
            foreach (ref readonly TradeRecord record in journal.Portfolios[0].Trades.Span)
                Days.Add(DateOnly.FromDateTime(new DateTime(record.Trade.ExitBarStart)));
        }

        public void End(BacktestResult result)
        {
        }
    }
}
