namespace Backtest.Tests.House;

[Emitter(typeof(OrderEvent))]
public interface IOrderEvents
{
    void Emit(in OrderEvent order);
}
