namespace Backtest;

/// <summary>A portfolio's equity and holdings at the last closes; an instrument being entered counts at the price of the fill.</summary>
/// <param name="Equity">Cash and positions after commissions, in money.</param>
/// <param name="Longs">The sum of quantity · price · multiplier over instruments that are long, net of all strategies.</param>
/// <param name="Shorts">The same sum over those that are short; zero or above.</param>
public readonly record struct AccountState(decimal Equity, decimal Longs, decimal Shorts)
{
    /// <summary>The gross notional.</summary>
    public decimal Gross => Longs + Shorts;

    /// <summary>Money not in positions, including the proceeds of shorts; below zero it is borrowed.</summary>
    public decimal Cash => Equity - Longs + Shorts;
}
