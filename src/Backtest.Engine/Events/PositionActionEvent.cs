namespace Backtest.Engine;

/// <summary>The kind of a corporate action.</summary>
public enum ActionType
{
    /// <summary>The number of units changed.</summary>
    Split,

    /// <summary>Money was paid.</summary>
    Dividend,
}

/// <summary>A corporate action changed a position of one strategy, or paid for it.</summary>
/// <param name="Time">The start of the bar before which it took effect, UTC ticks.</param>
/// <param name="StrategyIndex">The index of the strategy, from 0.</param>
/// <param name="Instrument">The instrument held.</param>
/// <param name="Type">The kind of action.</param>
/// <param name="Value">For a split the ratio, for a dividend the money for each unit.</param>
/// <param name="Quantity">The quantity held afterward; below zero for short.</param>
/// <param name="Cash">Money received: the dividend, or the payment for parts of a lot; below zero if a short paid it.</param>
[Event(Stage.Fill)]
public readonly record struct PositionActionEvent(
    long Time, int StrategyIndex, Instrument Instrument, ActionType Type, decimal Value, decimal Quantity, decimal Cash);
