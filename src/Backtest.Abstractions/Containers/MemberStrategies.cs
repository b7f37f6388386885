namespace Backtest;

/// <summary>
/// The strategies a container plugin holds, on one instrument: a role the host plays. What they signal goes to the container's handlers of
/// <see cref="SignalEvent"/> and no further; <see cref="SignalEvent.StrategyIndex"/> is then their place here. They read the container's
/// position as theirs, and hear of its fills, rejects and cancels.
/// </summary>
public abstract class MemberStrategies
{
    /// <summary>Their names, in the order of the run file.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    /// <summary>How many there are; at least 1.</summary>
    public int Count => Names.Count;

    /// <summary>Has each decide.</summary>
    public abstract void OnBar(BarEvent bar, ISignalEvents signals);

    /// <summary>Tells them of a regime.</summary>
    public abstract void OnRegime(in RegimeEvent regime);

    /// <summary>Tells them of a fill of the container's.</summary>
    public abstract void OnFill(in FillEvent fill);

    /// <summary>Tells them of a rejected order of the container's.</summary>
    public abstract void OnReject(in OrderRejectedEvent reject);

    /// <summary>Tells them of a canceled order of the container's.</summary>
    public abstract void OnCancel(in OrderCanceledEvent cancel);
}
