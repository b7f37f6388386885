namespace Backtest;

/// <summary>What a portfolio has and holds, at the last closes; an instrument that is being entered counts at the price of the fill.</summary>
/// <param name="Equity">Cash and positions, commissions paid, in money.</param>
/// <param name="Longs">The sum of quantity · price · multiplier over instruments that are long, net of all strategies.</param>
/// <param name="Shorts">The same over those that are short; zero or above.</param>
public readonly record struct AccountState(decimal Equity, decimal Longs, decimal Shorts)
{
    /// <summary>The gross notional.</summary>
    public decimal Gross => Longs + Shorts;

    /// <summary>Money not in positions, with what shorts brought; below zero it is borrowed.</summary>
    public decimal Cash => Equity - Longs + Shorts;
}
