namespace Backtest.Benchmarks;

/// <summary>What one strategy of <see cref="TreeLoop"/> holds, and what rests for it.</summary>
internal sealed class TreePosition(int strategy)
{
    /// <summary>The place of the strategy in its portfolio.</summary>
    public int Strategy { get; } = strategy;

    /// <summary>The units held, each with its protection, oldest first.</summary>
    public List<TreeUnit> Units { get; } = [];

    /// <summary>How many the units are in all.</summary>
    public int Quantity { get; set; }

    /// <summary>What the units cost.</summary>
    public decimal Cost { get; set; }

    /// <summary>Entries filled into the position.</summary>
    public int Entries { get; set; }

    /// <summary>The row it was opened on.</summary>
    public int EntryRow { get; set; }

    /// <summary>The price of the last entry.</summary>
    public double LastEntryPrice { get; set; }

    /// <summary>The entry to fill at the next open.</summary>
    public TreeUnit? Entry { get; set; }

    /// <summary>The id of the exit to fill at the next open; 0: none.</summary>
    public int Exit { get; set; }

    /// <summary>Whether nothing is held.</summary>
    public bool IsFlat => Units.Count == 0;
}
