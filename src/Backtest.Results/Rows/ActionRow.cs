using Backtest.Engine;

namespace Backtest.Results;

/// <summary>The effect of a split, a dividend or a delisting on a position.</summary>
public readonly record struct ActionRow
{
    /// <summary>Counts the portfolio's events from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>When it took effect, UTC.</summary>
    public required DateTime Time { get; init; }

    /// <summary>The name of the portfolio.</summary>
    public required string Portfolio { get; init; }

    /// <summary>The name of the strategy that holds the position.</summary>
    public required string Strategy { get; init; }

    /// <summary>The symbol held.</summary>
    public required string Symbol { get; init; }

    /// <summary>The type of the action.</summary>
    public required ActionType Type { get; init; }

    /// <summary>The factor of a split, or the money per share of a dividend.</summary>
    public required decimal Value { get; init; }

    /// <summary>The quantity held after it; negative if short.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>The money received; negative if paid.</summary>
    public required decimal Cash { get; init; }

    internal static ActionRow Of(PortfolioDescription portfolio, in ActionRecord record)
    {
        PositionActionEvent action = record.Action;
        return new ActionRow
        {
            Sequence = record.Sequence,
            Time = new DateTime(action.Time, DateTimeKind.Utc),
            Portfolio = portfolio.Name,
            Strategy = portfolio.Strategies[action.StrategyIndex],
            Symbol = action.Instrument.Symbol,
            Type = action.Type,
            Value = action.Value,
            Quantity = action.Quantity,
            Cash = action.Cash,
        };
    }

    internal static ActionRow Read(ReadTable table, int row) => new()
    {
        Sequence = table.Integer("seq", row),
        Time = table.Time("time", row),
        Portfolio = table.Text("portfolio", row),
        Strategy = table.Text("strategy", row),
        Symbol = table.Text("symbol", row),
        Type = table.Word<ActionType>("type", row),
        Value = table.Money("value", row),
        Quantity = table.Money("quantity", row),
        Cash = table.Money("cash", row),
    };
}
