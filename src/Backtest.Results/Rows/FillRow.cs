using Backtest.Engine;

namespace Backtest.Results;

/// <summary>A complete or partial fill of an order.</summary>
public readonly record struct FillRow
{
    /// <summary>Counts the portfolio's fills from 1.</summary>
    public required int Id { get; init; }

    /// <summary>Counts the portfolio's events from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>The id of the order.</summary>
    public required int OrderId { get; init; }

    /// <summary>The name of the portfolio.</summary>
    public required string Portfolio { get; init; }

    /// <summary>The name of the strategy it was traded for.</summary>
    public required string Strategy { get; init; }

    /// <summary>Its time, UTC: the start of the bar for a fill at its open, else the bar's end.</summary>
    public required DateTime Time { get; init; }

    /// <summary>The start of the bar it filled on, UTC.</summary>
    public required DateTime BarStart { get; init; }

    /// <summary>The symbol traded.</summary>
    public required string Symbol { get; init; }

    /// <summary>Buy or sell.</summary>
    public required Side Side { get; init; }

    /// <summary>The quantity, above zero.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>The price of one unit, including slippage.</summary>
    public required decimal Price { get; init; }

    /// <summary>The commission paid, in money.</summary>
    public required decimal Commission { get; init; }

    /// <summary>Money lost relative to the price before slippage.</summary>
    public required decimal Slippage { get; init; }

    internal static FillRow Of(PortfolioDescription portfolio, in FillRecord record)
    {
        FillEvent fill = record.Fill;
        return new FillRow
        {
            Id = fill.Id,
            Sequence = record.Sequence,
            OrderId = fill.OrderId,
            Portfolio = portfolio.Name,
            Strategy = portfolio.Strategies[fill.StrategyIndex],
            Time = fill.Time,
            BarStart = fill.BarStart,
            Symbol = fill.Instrument.Symbol,
            Side = fill.Side,
            Quantity = fill.Quantity,
            Price = fill.Price,
            Commission = fill.Commission,
            Slippage = fill.Slippage,
        };
    }

    internal static FillRow Read(ReadTable table, int row) => new()
    {
        Id = table.Id("id", row),
        Sequence = table.Integer("seq", row),
        OrderId = table.Id("order", row),
        Portfolio = table.Text("portfolio", row),
        Strategy = table.Text("strategy", row),
        Time = table.Time("time", row),
        BarStart = table.Time("bar", row),
        Symbol = table.Text("symbol", row),
        Side = table.Word<Side>("side", row),
        Quantity = table.Money("quantity", row),
        Price = table.Money("price", row),
        Commission = table.Money("commission", row),
        Slippage = table.Money("slippage", row),
    };
}
