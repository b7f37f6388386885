namespace Backtest;

/// <summary>The sides a strategy may take.</summary>
public enum TradedDirections
{
    /// <summary>Long positions only.</summary>
    Long,

    /// <summary>Long and short positions.</summary>
    Both,
}
