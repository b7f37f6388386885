namespace Backtest;

/// <summary>What one instance of a strategy decides on.</summary>
public enum StrategyScope
{
    /// <summary>One symbol: an instance for each, told of its bars by <c>OnBar</c>.</summary>
    Symbol,

    /// <summary>All symbols together: one instance, told of each turn's cross-section by <c>OnTurn</c>.</summary>
    Universe,
}
