namespace Backtest;

/// <summary>One portfolio strategy's position in one instrument.</summary>
/// <param name="StrategyIndex">The index of the strategy among those of the portfolio, from 0.</param>
/// <param name="Instrument">The instrument held.</param>
/// <param name="Position">The position, valued at the last close.</param>
public readonly record struct StrategyPosition(int StrategyIndex, Instrument Instrument, Position Position);
