namespace Backtest.Engine;

/// <summary>Sends a strategy's signals on.</summary>
[Emitter(typeof(SignalEvent))]
public interface ISignalEvents
{
    /// <summary>Sends a signal on.</summary>
    void Emit(in SignalEvent signal);
}
