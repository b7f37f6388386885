namespace Backtest.Engine;

/// <summary>Sends what became of orders on: fills, rejects and cancels.</summary>
[Emitter(typeof(FillEvent), typeof(OrderRejectedEvent), typeof(OrderCanceledEvent))]
public interface IExecutionEvents
{
    /// <summary>Sends a fill on.</summary>
    void Emit(in FillEvent fill);

    /// <summary>Sends a reject on.</summary>
    void Emit(in OrderRejectedEvent reject);

    /// <summary>Sends a cancel on.</summary>
    void Emit(in OrderCanceledEvent cancel);
}
