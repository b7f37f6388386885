namespace Backtest;

/// <summary>The side of an order.</summary>
public enum Side
{
    /// <summary>Adds to the quantity held.</summary>
    Buy,

    /// <summary>Takes from the quantity held.</summary>
    Sell,
}
