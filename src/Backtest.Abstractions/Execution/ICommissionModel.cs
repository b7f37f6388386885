namespace Backtest;

/// <summary>Computes the cost of an order for what has filled so far. A pure function of its arguments.</summary>
public interface ICommissionModel
{
    /// <summary>Whether it depends on the number of units, so that prices adjusted by unknown factors mislead it.</summary>
    bool CountsUnits => false;

    /// <summary>The commission on all that has filled, in money; a rebate is below zero.</summary>
    decimal Commission(in CommissionTerms order);
}
