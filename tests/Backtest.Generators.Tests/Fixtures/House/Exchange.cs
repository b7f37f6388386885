namespace Backtest.Tests.House;

/// <summary>Fills orders with even ids at the end of their turn, and the others at the start of the next.</summary>
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
