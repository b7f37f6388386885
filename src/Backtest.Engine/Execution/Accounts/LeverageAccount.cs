namespace Backtest.Engine;

/// <summary>Allows gross notional up to a multiple of equity.</summary>
internal sealed class LeverageAccount(decimal leverage) : IAccount
{
    public double AssuredLeverage { get; } = (double)leverage;

    public bool Bears(in AccountState after) => after.Gross <= leverage * after.Equity;
}
