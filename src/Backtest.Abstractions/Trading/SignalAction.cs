namespace Backtest;

/// <summary>What a signal asks for.</summary>
public enum SignalAction
{
    /// <summary>A position, or more of it.</summary>
    Enter,

    /// <summary>Closing the position, or a fraction of it.</summary>
    Exit,

    /// <summary>Canceling an order at work.</summary>
    Cancel,

    /// <summary>Changing an order at work.</summary>
    Amend,

    /// <summary>A position of a given size: the difference is bought or sold.</summary>
    Target,
}
