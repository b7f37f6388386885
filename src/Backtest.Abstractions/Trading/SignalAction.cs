namespace Backtest;

/// <summary>What a signal asks for.</summary>
public enum SignalAction
{
    /// <summary>A position, or more of it.</summary>
    Enter,

    /// <summary>The position, or a fraction of it, to be closed.</summary>
    Exit,
}
