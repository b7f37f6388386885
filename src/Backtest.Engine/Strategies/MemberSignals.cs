namespace Backtest.Engine;

/// <summary>Takes what the members of one container signal to its handlers, while they handle a bar.</summary>
/// <param name="container">The container's name.</param>
/// <param name="context">What is at work.</param>
internal sealed class MemberSignals(string container, FaultContext context)
{
    private ISignalEvents? _target;
    private int _count;

    /// <summary>Where signals go now.</summary>
    public void Open(ISignalEvents target) => _target = target;

    /// <summary>No more signals until the next bar.</summary>
    public void Close() => _target = null;

    /// <summary>What one member sends through.</summary>
    public ISignalSender Of(int index, string member) => new Sender(this, index, member);

    private void Send(in SignalEvent signal, string member)
    {
        if (_target is null)
            throw new InvalidOperationException("a strategy can emit signals only while it handles a bar");
        if (signal.Action is not (SignalAction.Enter or SignalAction.Exit))
        {
            throw new InvalidOperationException(
                $"a strategy inside a container plugin can ask for entries and exits only, not to {signal.Action}: the orders are its container's");
        }

        context.Enter(container, nameof(SignalEvent));
        _target.Emit(signal);
        context.Enter(member, nameof(BarEvent));
    }

    private sealed class Sender(MemberSignals signals, int index, string member) : ISignalSender
    {
        public int Index => index;

        public int NextSignal() => ++signals._count;

        public ReadOnlySpan<OrderEvent> Orders(Instrument instrument) => []; // they are the container's

        public void Send(in SignalEvent signal) => signals.Send(signal, member);
    }
}
