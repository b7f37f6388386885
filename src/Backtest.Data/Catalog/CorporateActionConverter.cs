using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Backtest.Data.Catalog;

/// <summary>
/// Converts corporate actions to <c>{symbol, day, type, value}</c>: the value of a split is its ratio, of a dividend its amount (with the amount
/// before rounding as <c>unrounded</c>, if it was rounded), of a delisting the final price, if known.
/// </summary>
internal sealed class CorporateActionConverter : JsonConverter<CorporateAction>
{
    private const string SplitType = "split";
    private const string DividendType = "dividend";
    private const string DelistingType = "delisting";

    public override CorporateAction Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (JsonNode.Parse(ref reader) is not JsonObject action
            || action["symbol"]?.GetValue<string>() is not { } symbol
            || !DateOnly.TryParseExact(action["day"]?.GetValue<string>(), "O", out DateOnly day)
            || action["type"]?.GetValue<string>() is not { } type)
            throw new JsonException("this is not a corporate action");
        decimal? value = action["value"]?.GetValue<decimal>();
        return type switch
        {
            SplitType when value is { } ratio => new Split(symbol, day, ratio),
            DividendType when value is { } paid => new Dividend(symbol, day, paid) { Unrounded = action["unrounded"]?.GetValue<decimal>() },
            DelistingType => new Delisting(symbol, day, value),
            _ => throw new JsonException("this is not a split, dividend or delisting"),
        };
    }

    public override void Write(Utf8JsonWriter writer, CorporateAction value, JsonSerializerOptions options)
    {
        (string type, decimal? amount) = value switch
        {
            Split split => (SplitType, (decimal?)split.Ratio),
            Dividend dividend => (DividendType, dividend.Amount),
            Delisting delisting => (DelistingType, delisting.Price),
            _ => throw new InvalidOperationException($"A catalog cannot store a {value.GetType().Name}."),
        };
        writer.WriteStartObject();
        writer.WriteString("symbol", value.Symbol);
        writer.WriteString("day", value.Day.ToString("O", CultureInfo.InvariantCulture));
        writer.WriteString("type", type);
        if (amount is { } number)
            writer.WriteNumber("value", number);
        if (value is Dividend { Unrounded: { } unrounded })
            writer.WriteNumber("unrounded", unrounded);
        writer.WriteEndObject();
    }
}
