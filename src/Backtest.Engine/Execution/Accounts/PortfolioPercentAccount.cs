namespace Backtest.Engine;

/// <summary>
/// Portfolio margin as a share of the holdings, as in FINRA Rule 4210(g) for single stocks: the loss if the price moves by that share against each
/// position. Entries and closes need the same share.
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
