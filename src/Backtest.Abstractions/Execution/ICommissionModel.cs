namespace Backtest;

/// <summary>Says what an order has cost once so much of it has filled. It is a pure function of what it is given.</summary>
public interface ICommissionModel
{
    /// <summary>Whether it goes by the number of units, so that prices adjusted by unknown factors mislead it.</summary>
    bool CountsUnits => false;

    /// <summary>The commission on all that has filled, in money; a rebate is below zero.</summary>
    decimal Commission(in CommissionTerms order);
}
