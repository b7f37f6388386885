namespace Backtest;

/// <summary>What an order does to the position it trades for.</summary>
public enum PositionEffect
{
    /// <summary>Opens a position, or adds to one.</summary>
    Open,

    /// <summary>Closes a position, whole or in part, and never passes zero.</summary>
    Close,
}
