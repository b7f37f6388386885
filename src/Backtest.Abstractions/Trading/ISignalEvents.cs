namespace Backtest;

/// <summary>Passes the signals of strategies on to the container they are in.</summary>
[Emitter(typeof(SignalEvent))]
public interface ISignalEvents
{
    /// <summary>Passes a signal on.</summary>
    void Emit(in SignalEvent signal);
}
