namespace Backtest.Engine;

/// <summary>What a corporate action did to one strategy's position.</summary>
/// <param name="Sequence">Counts the portfolio's events from 1.</param>
/// <param name="Turn">The turn it took effect in, from 0.</param>
/// <param name="Time">The start of the bar it took effect ahead of, UTC ticks.</param>
/// <param name="StrategyIndex">The place of the strategy, from 0.</param>
/// <param name="Instrument">What was held.</param>
/// <param name="Type">The kind of action.</param>
/// <param name="Value">Of a split the ratio, of a dividend the money for each unit.</param>
/// <param name="Quantity">What is held after it; below zero short.</param>
/// <param name="Cash">Money received: the dividend, or the pay for parts of a lot; below zero: a short paid it.</param>
public readonly record struct ActionRecord(
    long Sequence, long Turn, long Time, int StrategyIndex, Instrument Instrument, ActionType Type, decimal Value, decimal Quantity, decimal Cash);
