namespace Backtest.Engine;

/// <summary>Money for each order that fills at least in part.</summary>
/// <param name="value">The money.</param>
internal sealed class PerOrderCommission(decimal value) : ICommissionModel
{
    public decimal Commission(in CommissionTerms order) => order.Quantity > 0 ? value : 0;
}
