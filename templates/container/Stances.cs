using Backtest;

namespace ExampleNamespace;

/// <summary>
/// Remembers what each strategy stands for since its last signal: long, short or neither. Enters when enough stand for one side, and leaves
/// when no longer enough do.
/// </summary>
/// <param name="members">How many strategies there are.</param>
/// <param name="needed">How many have to agree.</param>
public sealed class Stances(int members, int needed)
{
    private readonly int[] _stances = new int[members];

    /// <summary>The side enough strategies stand for: 1 long, -1 short, 0 neither.</summary>
    public int Agreed => Count(1) >= needed ? 1 : Count(-1) >= needed ? -1 : 0;

    /// <summary>Takes the signal of a strategy.</summary>
    public void OnSignal(in SignalEvent signal)
    {
        if (signal.Action == SignalAction.Enter)
            _stances[signal.StrategyIndex] = signal.Direction == Direction.Long ? 1 : -1;
        else if (signal.Action == SignalAction.Exit)
            _stances[signal.StrategyIndex] = 0;
    }

    /// <summary>Acts on what the strategies stand for once all of them had the bar.</summary>
    public void OnBar(BarEvent bar, in Position position, ISignals signals)
    {
        int agreed = Agreed;
        if (position.IsFlat && agreed != 0)
            signals.Enter(agreed > 0 ? Direction.Long : Direction.Short, new EntryTerms { Reason = "enough agree" });
        else if (position.IsLong ? agreed <= 0 : position.IsShort && agreed >= 0)
            signals.Exit(reason: "too few agree");
    }

    private int Count(int stance)
    {
        int count = 0;
        foreach (int other in _stances)
        {
            if (other == stance)
                count++;
        }

        return count;
    }
}
