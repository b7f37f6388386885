namespace Backtest.Engine;

/// <summary>The kind of a corporate action.</summary>
public enum ActionType
{
    /// <summary>Units became more, or fewer.</summary>
    Split,

    /// <summary>Money was paid.</summary>
    Dividend,
}
