namespace Backtest.Tests.House;

/// <summary>Orders in each turn, and receives fills with a delay.</summary>
public sealed class Trader(string name, List<string> log)
{
    private int _last;

    public void OnBar(in Turn turn, IOrderEvents orders)
    {
        _last++;
        log.Add($"{name} decides in {turn.Number}");
        orders.Emit(default(OrderEvent) with { Id = turn.Number });
    }

    [Delayed]
    public void OnFill(in FillEvent fill) => log.Add($"{name} hears of {fill.OrderId}");

    public override string ToString() => $"{name} after {_last}";
}
