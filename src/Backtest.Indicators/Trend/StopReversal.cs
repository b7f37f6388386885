namespace Backtest;

/// <summary>What a price does to a stop to turn it.</summary>
public enum StopReversal
{
    /// <summary>It touches the stop, as Wilder has it: a stop at that price would have been executed.</summary>
    Touched,

    /// <summary>It goes beyond the stop, as some charting programs have it.</summary>
    Passed,
}
