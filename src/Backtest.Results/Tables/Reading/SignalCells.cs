using System.Text.Json;
using Backtest.Engine;

namespace Backtest.Results;

/// <summary>Reads related cells of a table of signals.</summary>
internal static class SignalCells
{
    /// <summary>How an entry is executed and protected, how an exit is executed, or what an amendment changes.</summary>
    /// <exception cref="InputException">The terms are invalid.</exception>
    public static EntryTerms Terms(ReadTable table, int row, SignalAction action)
    {
        if (action is SignalAction.Cancel or SignalAction.Target)
            return default;
        var terms = new EntryTerms
        {
            Limit = table.Number("limit_price", row),
            Stop = table.Number("stop_price", row),
            TimeInForce = table.Word<TimeInForce>("time_in_force", row),
            StopLoss = Level(table, "stop_loss", row),
            TakeProfit = Level(table, "take_profit", row),
            TrailingStop = table.Number("trailing_stop", row),
            Add = table.Integer("adds", row) != 0,
            Trail = table.Number("trail", row),
            GoodUntil = table.DateOrNone("good_until", row),
            OneCancelsOther = new SignalHandle(table.Reference("one_cancels_other", row)),
            After = new SignalHandle(table.Reference("after", row)),
            Touch = table.Number("touch_price", row),
            TrailFraction = table.Number("trail_fraction", row),
            TrailingStopFraction = table.Number("trailing_stop_fraction", row),
            Plan = Plan(table, row),
        };
        if (action == SignalAction.Amend)
            return terms; // only the terms that change, not those of an order
        // Orders on the open or the close cannot be recognized by a price.
        if (table.Word<OrderType>("order_type", row) is var type
            and (OrderType.MarketOnOpen or OrderType.MarketOnClose or OrderType.LimitOnOpen or OrderType.LimitOnClose))
            terms = terms with { Type = type };
        try
        {
            terms.Validate();
        }
        catch (ArgumentException exception)
        {
            throw table.Wrong(exception.ParamName ?? "order_type", row, exception.Message.ReplaceLineEndings(" "), "terms an entry may have");
        }

        return terms;
    }

    /// <summary>The size of a position or an order.</summary>
    public static PositionSize Size(ReadTable table, int row)
    {
        double amount = table.Number("size", row) ?? 0;
        return table.Word<SizeUnit>("size_unit", row) switch
        {
            SizeUnit.Quantity => PositionSize.Quantity(amount),
            SizeUnit.Value => PositionSize.Value(amount),
            SizeUnit.Weight => PositionSize.Weight(amount),
            _ => default,
        };
    }

    /// <summary>The indicators behind a signal.</summary>
    /// <exception cref="InputException">The cell is invalid.</exception>
    public static IReadOnlyList<IndicatorReading> Indicators(ReadTable table, int row)
    {
        string text = table.TextOrNone("indicators", row) ?? "{}";
        try
        {
            using var document = JsonDocument.Parse(text);
            return [.. document.RootElement.EnumerateObject().Select(property => new IndicatorReading(
                property.Name, property.Value.ValueKind == JsonValueKind.Null ? null : property.Value.GetDouble()))];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw table.Wrong("indicators", row, $"'{text}'", "a JSON object of numbers");
        }
    }

    private static ExitPlan? Plan(ReadTable table, int row)
    {
        if (table.TextOrNone("exit_plan", row) is not { } text)
            return null;
        try
        {
            return ExitPlanText.Read(text);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw table.Wrong("exit_plan", row, $"'{text}'", "the JSON of an exit plan");
        }
    }

    private static PriceLevel? Level(ReadTable table, string column, int row) =>
        table.Number(column, row) is { } price ? PriceLevel.At(price)
        : table.Number($"{column}_distance", row) is { } distance ? PriceLevel.Offset(distance)
        : null;
}
