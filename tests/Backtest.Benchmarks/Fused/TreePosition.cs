namespace Backtest.Benchmarks;

/// <summary>The position of one strategy of <see cref="TreeLoop"/>, and its resting orders.</summary>
internal sealed class TreePosition(int strategy)
{
    /// <summary>The index of the strategy in its portfolio.</summary>
    public int Strategy { get; } = strategy;

    /// <summary>The units held, each with its protection, oldest first.</summary>
    public List<TreeUnit> Units { get; } = [];

    /// <summary>The total quantity of the units.</summary>
    public int Quantity { get; set; }

    /// <summary>The cost of the units.</summary>
    public decimal Cost { get; set; }

    /// <summary>The number of entries filled into the position.</summary>
    public int Entries { get; set; }

    /// <summary>The row it was opened on.</summary>
    public int EntryRow { get; set; }

    /// <summary>The price of the last entry.</summary>
    public double LastEntryPrice { get; set; }

    /// <summary>The entry to fill at the next open.</summary>
    public TreeUnit? Entry { get; set; }

    /// <summary>The id of the exit to fill at the next open, or 0 for none.</summary>
    public int Exit { get; set; }

    /// <summary>Whether there is no position.</summary>
    public bool IsFlat => Units.Count == 0;
}
