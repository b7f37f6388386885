namespace Backtest;

/// <summary>A closed trade: one strategy's position in one instrument, from flat to flat.</summary>
public readonly record struct ClosedTrade
{
    /// <summary>The index of the strategy among those of the portfolio, from 0.</summary>
    public required int StrategyIndex { get; init; }

    /// <summary>What was traded.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>The side of the position.</summary>
    public required Direction Direction { get; init; }

    /// <summary>The total quantity entered, above zero.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>When the position was opened, UTC.</summary>
    public required DateTime EntryTime { get; init; }

    /// <summary>The average price of the entries.</summary>
    public required decimal EntryPrice { get; init; }

    /// <summary>When it was closed, UTC.</summary>
    public required DateTime ExitTime { get; init; }

    /// <summary>The average price of the exits.</summary>
    public required decimal ExitPrice { get; init; }

    /// <summary>The money made, after commissions.</summary>
    public required decimal Profit { get; init; }

    /// <summary>The profit divided by the value entered.</summary>
    public required decimal Return { get; init; }

    /// <summary>Bars from entry to exit.</summary>
    public required long Bars { get; init; }
}
