namespace Backtest.Tests.House;

/// <summary>Receives fills at once.</summary>
public sealed class Ledger(List<string> log)
{
    public void OnFill(in FillEvent fill) => log.Add($"booked {fill.OrderId}");
}
