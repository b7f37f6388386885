namespace Backtest.Engine;

/// <summary>A share of the value traded, one for orders that rest at their limit and one for others.</summary>
/// <param name="maker">The share of those that rest.</param>
/// <param name="taker">The share of the others.</param>
internal sealed class PercentCommission(decimal maker, decimal taker) : ICommissionModel
{
    public decimal Commission(in CommissionTerms order) => order.Value * (order.IsMaker ? maker : taker);
}
