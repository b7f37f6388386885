namespace Backtest;

/// <summary>The order of a symbol's bars in a file.</summary>
public enum RowOrder
{
    /// <summary>By time, the oldest bar first.</summary>
    OldestFirst,

    /// <summary>By time, the newest bar first.</summary>
    NewestFirst,

    /// <summary>In no order; the bars are sorted.</summary>
    Unsorted,
}
