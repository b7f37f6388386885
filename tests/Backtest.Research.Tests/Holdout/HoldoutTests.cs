using Backtest.Configuration;
using Backtest.Data;
using Backtest.Engine;
using Backtest.Research;
using Backtest.Tests.Experiments;

namespace Backtest.Tests;

/// <summary>No search sees the held-out days, and each run that looks at them is counted.</summary>
public sealed class HoldoutTests
{
    private const string From = "2000-11-01";

    [Fact]
    public async Task A_search_with_a_holdout_is_the_search_of_data_that_ends_before_it()
    {
        using Sweep sweep = new();
        ExperimentResult held = await sweep.RunAsync(Sweep.Text(more: $"holdout: {{from: {From}}}"), cancellation: TestContext.Current.CancellationToken);
        ExperimentResult cut = await sweep.RunAsync(
            Sweep.Text().Replace("bars: 400", "bars: 400, end: 2000-10-31", StringComparison.Ordinal), cancellation: TestContext.Current.CancellationToken);
        ExperimentResult whole = await sweep.RunAsync(cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(cut.Id, held.Id);
        Assert.NotEqual(whole.Trials.Select(trial => trial.EventHash), held.Trials.Select(trial => trial.EventHash));
        Assert.Equal(new HoldoutCount(new DateOnly(2000, 11, 1), "sma-cross on ACME", 0), held.Holdout);
        Assert.Null(whole.Holdout);
    }

    [Fact]
    public void The_runs_of_a_search_keep_the_holdout_as_well() =>
        Assert.All(
            Sweep.Plan(Sweep.Text(more: $"holdout: {{from: {From}}}")).ConfigOf(new SearchPoint(2, 0)).Data,
            source => Assert.Equal(new DateOnly(2000, 10, 31), source.End));

    [Fact]
    public async Task A_run_that_looks_trades_from_the_first_day_held_out_and_is_counted_once()
    {
        using Sweep sweep = new();
        using ITrialLedger ledger = sweep.OpenLedger();
        Assert.Equal(1, await LookAsync("fast: 3"));
        Assert.Equal(1, await LookAsync("fast: 3"));
        Assert.Equal(2, await LookAsync("fast: 4"));

        async Task<long> LookAsync(string parameters)
        {
            string text = Sweep.Text(more: $"holdout: {{from: {From}, look: true}}").Replace("fast: 3", parameters, StringComparison.Ordinal);
            int search = text.IndexOf("search:", StringComparison.Ordinal);
            text = text.Remove(search, text.IndexOf("holdout:", StringComparison.Ordinal) - search).Replace("workflow: sweep", "", StringComparison.Ordinal);
            WorkflowConfig config = RunFile.Parse(text, "look.yaml");
            Assert.Equal(new DateOnly(2000, 11, 1), config.TradeFrom);
            var recorder = new HoldoutRecorder([Sweep.Plugins], TimeProvider.System);
            await new Coordinator(new WorkflowManagerFactory(new BarSources(), Sweep.Plugins)).ExecuteWorkflowAsync(
                config, new RunOptions { Recorder = recorder }, TestContext.Current.CancellationToken);
            return HoldoutCount.Add(ledger, recorder.Look!).Looks;
        }
    }

    [Fact]
    public async Task A_holdout_behind_the_data_holds_nothing_out_and_is_refused()
    {
        using Sweep sweep = new();
        InputException refused = await Assert.ThrowsAsync<InputException>(() => sweep.RunAsync(
            Sweep.Text(more: "holdout: {from: 2030-01-01}"), cancellation: TestContext.Current.CancellationToken));
        Assert.Equal(("holdout_after_data", "holdout.from"), (refused.Errors[0].Code, refused.Errors[0].Key));
        Assert.NotNull(refused.Errors[0].Fix);
    }

    [Fact]
    public async Task A_holdout_of_all_the_data_is_named()
    {
        using Sweep sweep = new();
        InputException refused = await Assert.ThrowsAsync<InputException>(() => sweep.RunAsync(
            Sweep.Text(more: "holdout: {from: 1999-01-01}"), cancellation: TestContext.Current.CancellationToken));
        Assert.Equal(("no_bars", "holdout.from"), (refused.Errors[0].Code, refused.Errors[0].Key));
        Assert.Equal("Set holdout.from to a later day, so that there are bars before it.", refused.Errors[0].Fix);
    }

    [Theory]
    [InlineData("holdout: {}", "holdout.from: 'from' is missing")]
    [InlineData("holdout: {from: soon}", "holdout.from: found 'soon', expected a date, year first")]
    [InlineData("holdout: {from: 2000-11-01, look: true}", "holdout.look: a search cannot use the held-out days")]
    public void What_is_wrong_with_a_holdout_is_told(string holdout, string error) =>
        Assert.Contains(error, Assert.Throws<InputException>(() => Sweep.Plan(Sweep.Text(more: holdout))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_run_described_in_code_must_keep_its_holdout()
    {
        WorkflowConfig config = Sweep.Plan().ConfigOf(new SearchPoint(2, 0)) with { Holdout = new HoldoutConfig { From = new DateOnly(2000, 11, 1) } };
        Assert.Equal("holdout_not_kept", Assert.Throws<InputException>(() => ConfigCheck.Throw(config)).Errors[0].Code);
        ConfigCheck.Throw(HoldoutConfig.Keep(config));
    }
}
