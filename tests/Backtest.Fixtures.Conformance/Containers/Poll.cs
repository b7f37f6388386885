namespace Backtest.Fixtures;

/// <summary>Counts the signals of a bar as votes: an entry for its side, an exit for the opposite of the position.</summary>
public class Poll(int members)
{
    private readonly int[] _votes = new int[members];

    public void OnSignal(in SignalEvent signal) =>
        _votes[signal.StrategyIndex] = signal.Action == SignalAction.Enter == (signal.Direction == Direction.Long) ? 1 : -1;

    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        int net = Net();
        Array.Clear(_votes);
        if (position.IsFlat && net != 0)
            signals.Enter(net > 0 ? Direction.Long : Direction.Short, new EntryTerms { Strength = Strength() });
        else if (position.IsLong ? net < 0 : position.IsShort && net > 0)
            signals.Exit();
    }

    protected ReadOnlySpan<int> Votes => _votes;

    protected virtual int Net()
    {
        int net = 0;
        foreach (int vote in _votes)
            net += vote;
        return net;
    }

    protected virtual double Strength() => 1;
}
