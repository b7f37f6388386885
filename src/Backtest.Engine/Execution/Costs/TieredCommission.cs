namespace Backtest.Engine;

/// <summary>Money for each unit of an order, at the rate of the tier the unit falls into.</summary>
/// <param name="tiers">The tiers, ascending.</param>
internal sealed class TieredCommission(IReadOnlyList<CommissionTier> tiers) : ICommissionModel
{
    private readonly CommissionTier[] _tiers = [.. tiers];

    public bool CountsUnits => true;

    public decimal Commission(in CommissionTerms order)
    {
        decimal commission = 0;
        decimal from = 0;
        foreach (CommissionTier tier in _tiers)
        {
            decimal to = Math.Min(order.Quantity, tier.UpTo ?? order.Quantity);
            if (to <= from)
                break;
            commission += (to - from) * tier.Value;
            from = to;
        }

        return commission;
    }
}
