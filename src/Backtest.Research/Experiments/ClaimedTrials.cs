namespace Backtest.Research;

/// <summary>The claims of one worker, renewed for as long as it lives.</summary>
internal sealed class ClaimedTrials : IAsyncDisposable
{
    private readonly ITrialLedger _ledger;
    private readonly string _worker;
    private readonly TimeSpan _lease;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _renewing;

    /// <param name="ledger">The ledger with the claims.</param>
    /// <param name="worker">The worker's unique name.</param>
    /// <param name="lease">How long a claim is valid without being renewed.</param>
    /// <param name="clock">Determines when to renew.</param>
    public ClaimedTrials(ITrialLedger ledger, string worker, TimeSpan lease, TimeProvider clock)
    {
        _ledger = ledger;
        _worker = worker;
        _lease = lease;
        _renewing = RenewAsync(new PeriodicTimer(lease / 4, clock));
    }

    /// <summary>Claims trials.</summary>
    /// <returns>The trials that this worker now holds.</returns>
    public IReadOnlySet<int> Claim(string experiment, IEnumerable<PlannedTrial> wanted) =>
        _ledger.Claim(experiment, [.. wanted.Select(trial => new TrialClaim(trial.Number, trial.Key))], _worker, _lease)
            .Select(claim => claim.Number).ToHashSet();

    /// <summary>Claims the end of an experiment, under a number that no trial has.</summary>
    /// <returns>Whether this worker now holds it.</returns>
    public bool ClaimEnd(string experiment) =>
        _ledger.Claim(experiment, [new TrialClaim(int.MaxValue, ExperimentIdentity.HashOf($"end\n{experiment}"))], _worker, _lease).Count > 0;

    /// <summary>Releases all remaining claims.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _renewing.ConfigureAwait(false);
        _end.Dispose();
        _ledger.Release(_worker);
    }

    private async Task RenewAsync(PeriodicTimer timer)
    {
        using (timer)
        {
            try
            {
                while (await timer.WaitForNextTickAsync(_end.Token).ConfigureAwait(false))
                    _ledger.Renew(_worker, _lease);
            }
            catch (OperationCanceledException)
            {
                // The experiment has ended.
            }
            catch (InputException)
            {
                // The ledger is temporarily unavailable: the lease continues, and calls that write results report the error.
            }
        }
    }
}
