namespace Backtest.Samples.Netting;

/// <summary>
/// Counts the signals of a bar as votes: an entry is one for its side, an exit one against what is held; the last signal of a strategy
/// counts. When flat, enters the side that leads by enough, the stronger the more are for it. When in, leaves as soon as more are against
/// than for. The terms of the strategies' entries, such as stops, are theirs alone and are dropped.
/// </summary>
public sealed class Votes
{
    private readonly int[] _votes;
    private readonly int _needed;

    internal Votes(int members, int needed)
    {
        _votes = new int[members];
        _needed = needed;
    }

    /// <summary>Takes a vote.</summary>
    public void OnSignal(in SignalEvent signal) =>
        _votes[signal.StrategyIndex] = signal.Action == SignalAction.Enter == (signal.Direction == Direction.Long) ? 1 : -1;

    /// <summary>Counts the votes of the bar.</summary>
    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        int net = 0;
        foreach (int vote in _votes)
            net += vote;
        Array.Clear(_votes);
        if (position.IsFlat && Math.Abs(net) >= _needed)
            signals.Enter(net > 0 ? Direction.Long : Direction.Short, new EntryTerms
            {
                Strength = (double)Math.Abs(net) / _votes.Length,
                Reason = "outvoted the other side",
            });
        else if (position.IsLong ? net < 0 : position.IsShort && net > 0)
            signals.Exit(reason: "outvoted");
    }
}
