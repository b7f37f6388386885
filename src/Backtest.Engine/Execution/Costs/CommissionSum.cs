namespace Backtest.Engine;

/// <summary>The sum of several commissions.</summary>
/// <param name="parts">The parts.</param>
internal sealed class CommissionSum(IReadOnlyList<ICommissionModel> parts) : ICommissionModel
{
    private readonly ICommissionModel[] _parts = [.. parts];

    public bool CountsUnits => Array.Exists(_parts, part => part.CountsUnits);

    public decimal Commission(in CommissionTerms order)
    {
        decimal sum = 0;
        foreach (ICommissionModel part in _parts)
            sum += part.Commission(order);
        return sum;
    }
}
