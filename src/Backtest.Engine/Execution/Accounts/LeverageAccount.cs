namespace Backtest.Engine;

/// <summary>Gross notional up to so many times the equity.</summary>
internal sealed class LeverageAccount(decimal leverage) : IAccount
{
    public double AssuredLeverage { get; } = (double)leverage;

    public bool Bears(in AccountState after) => after.Gross <= leverage * after.Equity;
}
