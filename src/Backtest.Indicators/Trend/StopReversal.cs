namespace Backtest;

/// <summary>What the price must do to a stop to reverse it.</summary>
public enum StopReversal
{
    /// <summary>It touches the stop, as in Wilder's book: a stop at that price would have been executed.</summary>
    Touched,

    /// <summary>It goes beyond the stop, as in some charting programs.</summary>
    Passed,
}
