namespace Backtest.Engine;

/// <summary>Entries are paid in full: no shorts, and cash never below zero.</summary>
internal sealed class CashAccount : IAccount
{
    public bool TakesShorts => false;

    public double AssuredLeverage => 1;

    public bool Bears(in AccountState after) => after.Shorts == 0 && after.Cash >= 0;
}
