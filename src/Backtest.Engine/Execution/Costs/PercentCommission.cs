namespace Backtest.Engine;

/// <summary>A share of the value traded, which differs between orders that rest at their limit and others.</summary>
/// <param name="maker">The share for orders that rest at their limit.</param>
/// <param name="taker">The share for other orders.</param>
internal sealed class PercentCommission(decimal maker, decimal taker) : ICommissionModel
{
    public decimal Commission(in CommissionTerms order) => order.Value * (order.IsMaker ? maker : taker);
}
