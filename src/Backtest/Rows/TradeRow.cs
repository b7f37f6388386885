using Backtest.Engine;

namespace Backtest;

/// <summary>A trade that ended: of one strategy in one instrument, from flat to flat.</summary>
public readonly record struct TradeRow
{
    private readonly TradeEvent _trade;

    internal TradeRow(string portfolio, string strategy, in TradeEvent trade)
    {
        Portfolio = portfolio;
        Strategy = strategy;
        _trade = trade;
    }

    /// <summary>Counts the portfolio's trades from 1.</summary>
    public int Id => _trade.Id;

    /// <summary>The name of the portfolio.</summary>
    public string Portfolio { get; }

    /// <summary>The name of the strategy.</summary>
    public string Strategy { get; }

    /// <summary>What was traded.</summary>
    public string Symbol => _trade.Instrument.Symbol;

    /// <summary>The side of the position.</summary>
    public Direction Direction => _trade.Direction;

    /// <summary>All that was entered.</summary>
    public decimal Quantity => _trade.Quantity;

    /// <summary>When it was opened, UTC.</summary>
    public DateTime EntryTime => new(_trade.EntryTime, DateTimeKind.Utc);

    /// <summary>The average price of the entries.</summary>
    public decimal EntryPrice => _trade.EntryPrice;

    /// <summary>When it was closed, UTC.</summary>
    public DateTime ExitTime => new(_trade.ExitTime, DateTimeKind.Utc);

    /// <summary>The average price of the exits.</summary>
    public decimal ExitPrice => _trade.ExitPrice;

    /// <summary>Money made, commissions taken off.</summary>
    public decimal Profit => _trade.Profit;

    /// <summary>Profit over the value entered, as a fraction.</summary>
    public decimal Return => _trade.Return;

    /// <summary>Bars from entry to exit.</summary>
    public long Bars => _trade.Bars;

    /// <summary>The worst money it stood at while open; zero or below.</summary>
    public double MaximumAdverseExcursion => _trade.MaximumAdverseExcursion;

    /// <summary>The best money it stood at while open; zero or above.</summary>
    public double MaximumFavorableExcursion => _trade.MaximumFavorableExcursion;

    /// <summary>Money paid for its fills.</summary>
    public decimal Commission => _trade.Commission;

    /// <summary>The regime when it was opened, or null without a classifier above.</summary>
    public string? EntryRegime => _trade.EntryRegime;
}
