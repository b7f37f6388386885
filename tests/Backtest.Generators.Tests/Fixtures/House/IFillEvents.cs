namespace Backtest.Tests.House;

[Emitter(typeof(FillEvent))]
public interface IFillEvents
{
    void Emit(in FillEvent fill);
}
