namespace Backtest.Engine;

/// <summary>Several observers of one pass over the data, which ends once none of them wants to continue.</summary>
/// <param name="observers">The observers, in the order in which they are called.</param>
public sealed class ObserverGroup(params IReadOnlyList<IBarObserver> observers) : IBarObserver
{
    private readonly bool[] _isDone = new bool[observers.Count];

    /// <inheritdoc/>
    public void Begin(ObservedData data)
    {
        foreach (IBarObserver observer in observers)
            observer.Begin(data);
    }

    /// <inheritdoc/>
    public bool Observe(BarChunk chunk)
    {
        bool wantsMore = false;
        for (int i = 0; i < observers.Count; i++)
        {
            if (_isDone[i])
                continue;
            _isDone[i] = !observers[i].Observe(chunk);
            wantsMore |= !_isDone[i];
        }

        return wantsMore;
    }
}
