namespace Backtest.Research;

/// <summary>The claims of one worker, which hold for as long as it lives.</summary>
internal sealed class ClaimedTrials : IAsyncDisposable
{
    private readonly ITrialLedger _ledger;
    private readonly string _worker;
    private readonly TimeSpan _lease;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _renewing;

    /// <param name="ledger">Where claims are.</param>
    /// <param name="worker">The worker: a name no other has.</param>
    /// <param name="lease">How long a claim holds without being renewed.</param>
    /// <param name="clock">Tells when to renew.</param>
    public ClaimedTrials(ITrialLedger ledger, string worker, TimeSpan lease, TimeProvider clock)
    {
        _ledger = ledger;
        _worker = worker;
        _lease = lease;
        _renewing = RenewAsync(new PeriodicTimer(lease / 4, clock));
    }

    /// <summary>Claims trials.</summary>
    /// <returns>Those that are this worker's now.</returns>
    public IReadOnlySet<int> Claim(string experiment, IEnumerable<PlannedTrial> wanted) =>
        _ledger.Claim(experiment, [.. wanted.Select(trial => new TrialClaim(trial.Number, trial.Key))], _worker, _lease)
            .Select(claim => claim.Number).ToHashSet();

    /// <summary>Claims the end of an experiment, which has the number no trial has.</summary>
    /// <returns>Whether it is this worker's now.</returns>
    public bool ClaimEnd(string experiment) =>
        _ledger.Claim(experiment, [new TrialClaim(int.MaxValue, ExperimentIdentity.HashOf($"end\n{experiment}"))], _worker, _lease).Count > 0;

    /// <summary>Gives up what is still claimed.</summary>
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
                // The ledger is out of reach for a moment: the lease goes on, and what matters is written by calls that report it.
            }
        }
    }
}
