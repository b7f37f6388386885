namespace Backtest;

/// <summary>The side of a position.</summary>
public enum Direction
{
    /// <summary>Gains when the price rises.</summary>
    Long,

    /// <summary>Gains when the price falls.</summary>
    Short,
}
