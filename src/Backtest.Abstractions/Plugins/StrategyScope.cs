namespace Backtest;

/// <summary>What one instance of a strategy decides on.</summary>
public enum StrategyScope
{
    /// <summary>One symbol: an instance for each, which receives its bars in <c>OnBar</c>.</summary>
    Symbol,

    /// <summary>All symbols together: one instance, which receives each turn's cross-section in <c>OnTurn</c>.</summary>
    Universe,
}
