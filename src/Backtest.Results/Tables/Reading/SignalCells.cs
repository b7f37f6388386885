using System.Text.Json;

namespace Backtest.Results;

/// <summary>Reads those cells of a table of signals that go together.</summary>
internal static class SignalCells
{
    /// <summary>How an entry is to be made and protected.</summary>
    /// <exception cref="InputException">No entry may have such terms.</exception>
    public static EntryTerms Terms(ReadTable table, int row)
    {
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
        };
        // Orders on the open or the close have no price that says so.
        if (table.Word<OrderType>("order_type", row) is var type and (OrderType.MarketOnOpen or OrderType.MarketOnClose))
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

    /// <summary>The indicators behind a signal.</summary>
    /// <exception cref="InputException">The cell holds something else.</exception>
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

    private static PriceLevel? Level(ReadTable table, string column, int row) =>
        table.Number(column, row) is { } price ? PriceLevel.At(price)
        : table.Number($"{column}_distance", row) is { } distance ? PriceLevel.Offset(distance)
        : null;
}
