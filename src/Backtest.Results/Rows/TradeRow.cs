using Backtest.Engine;

namespace Backtest.Results;

/// <summary>A closed trade of one strategy in one instrument, from flat to flat.</summary>
public readonly record struct TradeRow
{
    /// <summary>Counts the portfolio's trades from 1.</summary>
    public required int Id { get; init; }

    /// <summary>Counts the portfolio's events from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>The name of the portfolio.</summary>
    public required string Portfolio { get; init; }

    /// <summary>The name of the strategy.</summary>
    public required string Strategy { get; init; }

    /// <summary>The symbol traded.</summary>
    public required string Symbol { get; init; }

    /// <summary>The side of the position.</summary>
    public required Direction Direction { get; init; }

    /// <summary>The total quantity entered.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>When it was opened, UTC.</summary>
    public required DateTime EntryTime { get; init; }

    /// <summary>The start of the bar it was opened on, UTC.</summary>
    public required DateTime EntryBarStart { get; init; }

    /// <summary>The average price of the entries.</summary>
    public required decimal EntryPrice { get; init; }

    /// <summary>When it was closed, UTC.</summary>
    public required DateTime ExitTime { get; init; }

    /// <summary>The start of the bar it was closed on, UTC.</summary>
    public required DateTime ExitBarStart { get; init; }

    /// <summary>The average price of the exits.</summary>
    public required decimal ExitPrice { get; init; }

    /// <summary>The profit after commissions, in money.</summary>
    public required decimal Profit { get; init; }

    /// <summary>The profit divided by the value entered, as a fraction.</summary>
    public required decimal Return { get; init; }

    /// <summary>The number of bars from entry to exit.</summary>
    public required long Bars { get; init; }

    /// <summary>The lowest open profit, in money; zero or negative.</summary>
    public required double MaximumAdverseExcursion { get; init; }

    /// <summary>The highest open profit, in money; zero or positive.</summary>
    public required double MaximumFavorableExcursion { get; init; }

    /// <summary>The commissions of its fills, in money.</summary>
    public required decimal Commission { get; init; }

    /// <summary>The regime when it was opened, or null if there is no classifier.</summary>
    public required string? EntryRegime { get; init; }

    internal static TradeRow Of(PortfolioDescription portfolio, in TradeRecord record)
    {
        TradeEvent trade = record.Trade;
        return new TradeRow
        {
            Id = trade.Id,
            Sequence = record.Sequence,
            Portfolio = portfolio.Name,
            Strategy = portfolio.Strategies[trade.StrategyIndex],
            Symbol = trade.Instrument.Symbol,
            Direction = trade.Direction,
            Quantity = trade.Quantity,
            EntryTime = new DateTime(trade.EntryTime, DateTimeKind.Utc),
            EntryBarStart = new DateTime(trade.EntryBarStart, DateTimeKind.Utc),
            EntryPrice = trade.EntryPrice,
            ExitTime = new DateTime(trade.ExitTime, DateTimeKind.Utc),
            ExitBarStart = new DateTime(trade.ExitBarStart, DateTimeKind.Utc),
            ExitPrice = trade.ExitPrice,
            Profit = trade.Profit,
            Return = trade.Return,
            Bars = trade.Bars,
            MaximumAdverseExcursion = trade.MaximumAdverseExcursion,
            MaximumFavorableExcursion = trade.MaximumFavorableExcursion,
            Commission = trade.Commission,
            EntryRegime = trade.EntryRegime,
        };
    }

    internal static TradeRow Read(ReadTable table, int row) => new()
    {
        Id = table.Id("id", row),
        Sequence = table.Integer("seq", row),
        Portfolio = table.Text("portfolio", row),
        Strategy = table.Text("strategy", row),
        Symbol = table.Text("symbol", row),
        Direction = table.Word<Direction>("direction", row),
        Quantity = table.Money("quantity", row),
        EntryTime = table.Time("entry_time", row),
        EntryBarStart = table.Time("entry_bar", row),
        EntryPrice = table.Money("entry_price", row),
        ExitTime = table.Time("exit_time", row),
        ExitBarStart = table.Time("exit_bar", row),
        ExitPrice = table.Money("exit_price", row),
        Profit = table.Money("profit", row),
        Return = table.Money("return", row),
        Bars = table.Integer("bars", row),
        MaximumAdverseExcursion = table.Number("mae", row) ?? 0,
        MaximumFavorableExcursion = table.Number("mfe", row) ?? 0,
        Commission = table.Money("commission", row),
        EntryRegime = table.TextOrNone("entry_regime", row),
    };
}
