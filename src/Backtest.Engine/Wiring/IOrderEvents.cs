namespace Backtest.Engine;

/// <summary>Sends what became of signals on: orders and vetoes.</summary>
[Emitter(typeof(OrderEvent), typeof(SignalVetoedEvent))]
public interface IOrderEvents
{
    /// <summary>Sends an order on.</summary>
    void Emit(in OrderEvent order);

    /// <summary>Sends a veto on.</summary>
    void Emit(in SignalVetoedEvent veto);
}
