namespace Backtest.Engine;

/// <summary>Money for each unit, within bounds.</summary>
internal sealed class PerShareCommission(CommissionConfig.PerShare config) : ICommissionModel
{
    public bool CountsUnits => config.Value > 0;

    public decimal Commission(in CommissionTerms order)
    {
        decimal commission = order.Quantity * config.Value;
        if (config.Minimum is { } minimum && commission < minimum)
        {
            commission = minimum;
            if (config.KeepsMinimum)
                return commission;
        }

        if (config.Maximum is { } maximum)
            commission = Math.Min(commission, order.Value * maximum);
        return commission;
    }
}
