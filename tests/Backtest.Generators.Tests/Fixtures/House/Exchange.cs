namespace Backtest.Tests.House;

/// <summary>Fills at the start of a turn what was ordered before, and at its end what was ordered in it, if it is even.</summary>
public sealed class Exchange(List<string> log)
{
    private readonly List<int> _orders = [];

    [RunsAfterFault]
    public void OnBar(in Turn turn, IFillEvents fills)
    {
        foreach (int order in _orders)
        {
            log.Add($"fill {order} in {turn.Number}");
            fills.Emit(default(FillEvent) with { OrderId = order });
        }

        _orders.Clear();
    }

    public void OnOrder(in OrderEvent order, IFillEvents fills)
    {
        if (order.Id % 2 == 0)
            fills.Emit(default(FillEvent) with { OrderId = order.Id });
        else
            _orders.Add(order.Id);
    }
}
