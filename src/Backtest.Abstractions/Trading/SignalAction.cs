namespace Backtest;

/// <summary>What a signal asks for.</summary>
public enum SignalAction
{
    /// <summary>A position, or more of it.</summary>
    Enter,

    /// <summary>The position, or a fraction of it, to be closed.</summary>
    Exit,

    /// <summary>An order at work to be withdrawn.</summary>
    Cancel,

    /// <summary>An order at work to be changed.</summary>
    Amend,

    /// <summary>A position of a size: what is missing is bought or sold.</summary>
    Target,
}
