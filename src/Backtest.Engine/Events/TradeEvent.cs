namespace Backtest.Engine;

/// <summary>A trade of one strategy in one instrument ended: the position went from flat to flat.</summary>
[Event(Stage.Portfolio)]
public readonly record struct TradeEvent
{
    /// <summary>The number of the trade in the portfolio, from 1.</summary>
    public int Id { get; init; }

    /// <summary>The index of the strategy, from 0.</summary>
    public int StrategyIndex { get; init; }

    /// <summary>The instrument traded.</summary>
    public Instrument Instrument { get; init; }

    /// <summary>The side of the position.</summary>
    public Direction Direction { get; init; }

    /// <summary>The total quantity entered.</summary>
    public decimal Quantity { get; init; }

    /// <summary>When it was opened, UTC ticks.</summary>
    public long EntryTime { get; init; }

    /// <summary>The index of the bar it was opened on in the instrument's history, from 0.</summary>
    public long EntryIndex { get; init; }

    /// <summary>The start of that bar, UTC ticks.</summary>
    public long EntryBarStart { get; init; }

    /// <summary>The average price of the entries.</summary>
    public decimal EntryPrice { get; init; }

    /// <summary>When it was closed, UTC ticks.</summary>
    public long ExitTime { get; init; }

    /// <summary>The index of the bar it was closed on.</summary>
    public long ExitIndex { get; init; }

    /// <summary>The start of that bar, UTC ticks.</summary>
    public long ExitBarStart { get; init; }

    /// <summary>The average price of the exits.</summary>
    public decimal ExitPrice { get; init; }

    /// <summary>The profit in money, after commissions.</summary>
    public decimal Profit { get; init; }

    /// <summary>The profit divided by the value entered.</summary>
    public decimal Return { get; init; }

    /// <summary>The largest unrealized loss while open, in money; zero or below.</summary>
    public double MaximumAdverseExcursion { get; init; }

    /// <summary>The largest unrealized profit while open, in money; zero or above.</summary>
    public double MaximumFavorableExcursion { get; init; }

    /// <summary>Money paid in commissions for its fills.</summary>
    public decimal Commission { get; init; }

    /// <summary>The regime when it was opened; <see langword="null"/> if there is no classifier above.</summary>
    public string? EntryRegime { get; init; }

    /// <summary>Bars from entry to exit.</summary>
    public long Bars => ExitIndex - EntryIndex;
}
