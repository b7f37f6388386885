namespace Backtest.Engine;

/// <summary>
/// Portfolio margin as a share of what is held, as FINRA Rule 4210(g) has it for single stocks: the loss at a move of so much against each
/// position. The same share is asked for at entries and at closes.
/// </summary>
internal sealed class PortfolioPercentAccount(AccountConfig.PortfolioPercent config) : IAccount
{
    private readonly double _share = (double)config.Value;

    public bool HasMaintenance => true;

    public bool Bears(in AccountState after) => after.Equity >= config.Minimum
        ? after.Gross * config.Value <= after.Equity
        : after.Shorts == 0 && after.Cash >= 0;

    public double Maintenance(in MarginTerms held) => _share * (held.Longs + held.Shorts);
}
