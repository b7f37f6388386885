using Backtest.Engine;

namespace Backtest.Results;

/// <summary>A position that is open at the end.</summary>
public readonly record struct PositionRow
{
    /// <summary>The name of the portfolio.</summary>
    public required string Portfolio { get; init; }

    /// <summary>The name of the strategy.</summary>
    public required string Strategy { get; init; }

    /// <summary>The symbol held.</summary>
    public required string Symbol { get; init; }

    /// <summary>The quantity; negative if short.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>The average price of the quantity held.</summary>
    public required decimal AveragePrice { get; init; }

    /// <summary>The last close.</summary>
    public required double Price { get; init; }

    /// <summary>The profit or loss at that close, in money.</summary>
    public required decimal Unrealized { get; init; }

    internal static PositionRow Of(PortfolioDescription portfolio, in PositionRecord record) => new()
    {
        Portfolio = portfolio.Name,
        Strategy = portfolio.Strategies[record.StrategyIndex],
        Symbol = record.Instrument.Symbol,
        Quantity = record.Quantity,
        AveragePrice = record.AveragePrice,
        Price = record.Price,
        Unrealized = record.Unrealized,
    };

    internal static PositionRow Read(ReadTable table, int row) => new()
    {
        Portfolio = table.Text("portfolio", row),
        Strategy = table.Text("strategy", row),
        Symbol = table.Text("symbol", row),
        Quantity = table.Money("quantity", row),
        AveragePrice = table.Money("average_price", row),
        Price = table.Number("price", row) ?? double.NaN,
        Unrealized = table.Money("unrealized", row),
    };
}
