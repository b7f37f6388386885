namespace Backtest.Engine;

/// <summary>A position open at the end.</summary>
/// <param name="StrategyIndex">The place of the strategy, from 0.</param>
/// <param name="Instrument">What is held.</param>
/// <param name="Quantity">Below zero short.</param>
/// <param name="AveragePrice">The average price of what is held.</param>
/// <param name="Price">The last close.</param>
/// <param name="Unrealized">Money gained or lost at that close.</param>
public readonly record struct PositionRecord(
    int StrategyIndex, Instrument Instrument, decimal Quantity, decimal AveragePrice, double Price, decimal Unrealized);
