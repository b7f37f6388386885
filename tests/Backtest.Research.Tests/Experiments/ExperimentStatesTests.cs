using System.Text.Json.Nodes;
using Backtest.Research;

namespace Backtest.Tests.Experiments;

/// <summary>The reported state of an experiment is right: it is running, or it has ended in one way or another.</summary>
public sealed class ExperimentStatesTests : IDisposable
{
    private readonly Sweep _sweep = new();

    public void Dispose() => _sweep.Dispose();

    [Fact]
    public async Task One_that_goes_on_is_running_and_one_that_has_ended_is_complete()
    {
        var seen = new List<ExperimentState>();
        await RunAsync(new Does(() => seen.Add(StateNow())));
        Assert.NotEmpty(seen);
        Assert.All(seen, state => Assert.Equal(ExperimentState.Running, state));
        Assert.Equal(ExperimentState.Complete, StateNow());
        Assert.Null(ReasonNow());
    }

    [Fact]
    public async Task One_that_was_interrupted_says_so_and_runs_when_it_goes_on()
    {
        await InterruptAsync();
        Assert.Equal(ExperimentState.Interrupted, StateNow());
        Assert.Null(ReasonNow());
        Assert.Equal("interrupted", (string?)Document()["status"]);

        var seen = new List<ExperimentState>();
        await RunAsync(new Does(() => seen.Add(StateNow())));
        Assert.Contains(ExperimentState.Running, seen);
        Assert.Equal(ExperimentState.Complete, StateNow());
        Assert.Equal("complete", (string?)Document()["status"]);
    }

    [Fact]
    public async Task One_that_ended_with_an_error_has_failed_and_has_the_error()
    {
        await FailAsync();
        Assert.Equal(ExperimentState.Failed, StateNow());
        Assert.Equal("the disk is full", ReasonNow());
        Assert.Equal("failed", (string?)Document()["status"]);
        Assert.Equal("the disk is full", (string?)Document()["error"]);
    }

    [Fact]
    public async Task An_error_is_forgotten_once_it_goes_on()
    {
        await FailAsync();
        await InterruptAsync();
        Assert.Equal(ExperimentState.Interrupted, StateNow());
        Assert.Null(Document()["error"]);
    }

    [Fact]
    public async Task A_worker_of_another_machine_runs_it_until_its_lease_is_over()
    {
        await InterruptAsync();
        using ITrialLedger ledger = _sweep.OpenLedger();
        ExperimentEntry entry = Assert.Single(ledger.Experiments());
        ledger.Claim(entry.Id, [new TrialClaim(10_000, "key")], "elsewhere~7~0123", TimeSpan.FromMinutes(1));
        Assert.Equal(ExperimentState.Running, ExperimentStates.Of(ledger, entry));
        ledger.Release("elsewhere~7~0123");
        Assert.Equal(ExperimentState.Interrupted, ExperimentStates.Of(ledger, entry));
    }

    [Fact]
    public async Task The_searches_of_its_windows_stand_as_it_does()
    {
        string text = Sweep.Text(more: "validation: {type: walk_forward, train: {days: 100}, test: {days: 100}}");
        await Assert.ThrowsAsync<InvalidOperationException>(() => _sweep.RunAsync(
            text, progress: new Does(() => throw new InvalidOperationException("the disk is full"), ExperimentPhase.Windows),
            cancellation: TestContext.Current.CancellationToken));
        using ITrialLedger ledger = _sweep.OpenLedger();
        Assert.Equal(2, ledger.Experiments().Count);
        Assert.All(ledger.Experiments(), entry => Assert.Equal(ExperimentState.Failed, ExperimentStates.Of(ledger, entry)));
    }

    private async Task InterruptAsync()
    {
        using var stop = new CancellationTokenSource();
        ExperimentResult result = await _sweep.RunAsync(progress: new Does(stop.Cancel), cancellation: stop.Token);
        Assert.True(result.IsInterrupted);
    }

    private async Task FailAsync() => await Assert.ThrowsAsync<InvalidOperationException>(
        () => RunAsync(new Does(() => throw new InvalidOperationException("the disk is full"))));

    private Task<ExperimentResult> RunAsync(IProgress<ExperimentProgress> progress) =>
        _sweep.RunAsync(progress: progress, cancellation: TestContext.Current.CancellationToken);

    private ExperimentState StateNow()
    {
        using ITrialLedger ledger = _sweep.OpenLedger();
        return ExperimentStates.Of(ledger, Assert.Single(ledger.Experiments()));
    }

    private string? ReasonNow()
    {
        using ITrialLedger ledger = _sweep.OpenLedger();
        return ExperimentStates.ReasonOf(ledger, Assert.Single(ledger.Experiments()));
    }

    private JsonNode Document()
    {
        string folder = Assert.Single(Directory.GetDirectories(Path.Combine(_sweep.Folder, "experiments")));
        return JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "experiment.json")))!;
    }

    /// <summary>Invokes an action whenever progress is reported, or only for a given phase.</summary>
    private sealed class Does(Action what, ExperimentPhase? phase = null) : IProgress<ExperimentProgress>
    {
        public void Report(ExperimentProgress value)
        {
            if (phase is null || value.Phase == phase)
                what();
        }
    }
}
