namespace Backtest.Engine;

/// <summary>What became of a signal.</summary>
public enum SignalOutcome
{
    /// <summary>An order was placed for all of it.</summary>
    Ordered,

    /// <summary>An order was placed for less, a limit named.</summary>
    Cut,

    /// <summary>No order was placed, a reason named.</summary>
    Vetoed,

    /// <summary>An exit found no position, or all of it being closed already.</summary>
    NothingToExit,
}
