namespace Backtest;

/// <summary>In which order a file has the bars of a symbol.</summary>
public enum RowOrder
{
    /// <summary>By time, the oldest bar first.</summary>
    OldestFirst,

    /// <summary>By time, the newest bar first.</summary>
    NewestFirst,

    /// <summary>In no order: the bars are sorted.</summary>
    Unsorted,
}
