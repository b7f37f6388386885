namespace Backtest;

/// <summary>What one strategy of a portfolio holds of one instrument.</summary>
/// <param name="StrategyIndex">The place of the strategy among those of the portfolio, from 0.</param>
/// <param name="Instrument">What is held.</param>
/// <param name="Position">How much of it, valued at the last close.</param>
public readonly record struct StrategyPosition(int StrategyIndex, Instrument Instrument, Position Position);
