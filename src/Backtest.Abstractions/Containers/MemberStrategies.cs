namespace Backtest;

/// <summary>
/// The strategies inside a container plugin, on one instrument; the host implements this role. Their signals go to the container's handlers of
/// <see cref="SignalEvent"/> and no further; there, <see cref="SignalEvent.StrategyIndex"/> is the index of the strategy in <see cref="Names"/>. They
/// read the container's position as their own and receive its fills, rejects and cancels.
/// </summary>
public abstract class MemberStrategies
{
    /// <summary>Their names, in the order of the run file.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    /// <summary>How many there are; at least 1.</summary>
    public int Count => Names.Count;

    /// <summary>Lets each of them decide.</summary>
    public abstract void OnBar(BarEvent bar, ISignalEvents signals);

    /// <summary>Passes them a regime.</summary>
    public abstract void OnRegime(in RegimeEvent regime);

    /// <summary>Passes them a fill of the container.</summary>
    public abstract void OnFill(in FillEvent fill);

    /// <summary>Passes them a rejected order of the container.</summary>
    public abstract void OnReject(in OrderRejectedEvent reject);

    /// <summary>Passes them a canceled order of the container.</summary>
    public abstract void OnCancel(in OrderCanceledEvent cancel);
}
