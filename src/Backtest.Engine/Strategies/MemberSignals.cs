namespace Backtest.Engine;

/// <summary>Passes the signals of a container's members to its handlers while they handle a bar.</summary>
/// <param name="container">The container's name.</param>
/// <param name="context">The context of faults.</param>
internal sealed class MemberSignals(string container, FaultContext context)
{
    private ISignalEvents? _target;
    private int _count;

    /// <summary>Sets the receiver of signals.</summary>
    public void Open(ISignalEvents target) => _target = target;

    /// <summary>Accepts no more signals until the next bar.</summary>
    public void Close() => _target = null;

    /// <summary>The sender of one member.</summary>
    public ISignalSender Of(int index, string member) => new Sender(this, index, member);

    private void Send(in SignalEvent signal, string member)
    {
        if (_target is null)
            throw new InvalidOperationException("a strategy can emit signals only while it handles a bar");
        if (signal.Action is not (SignalAction.Enter or SignalAction.Exit))
        {
            throw new InvalidOperationException(
                $"a strategy inside a container plugin can only ask for entries and exits, not {signal.Action}: the orders belong to its container");
        }

        context.Enter(container, nameof(SignalEvent));
        _target.Emit(signal);
        context.Enter(member, nameof(BarEvent));
    }

    private sealed class Sender(MemberSignals signals, int index, string member) : ISignalSender
    {
        public int Index => index;

        public int NextSignal() => ++signals._count;

        public ReadOnlySpan<OrderEvent> Orders(Instrument instrument) => []; // orders belong to the container

        public void Send(in SignalEvent signal) => signals.Send(signal, member);
    }
}
