using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Backtest.Data.Catalog;

/// <summary>Corporate actions as <c>{symbol, day, type, value}</c>: the value of a split is its ratio, of a dividend its amount, of a delisting the final
/// price.</summary>
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
            || action["value"]?.GetValue<decimal>() is not { } value)
            throw new JsonException("this is no corporate action");
        return action["type"]?.GetValue<string>() switch
        {
            SplitType => new Split(symbol, day, value),
            DividendType => new Dividend(symbol, day, value),
            DelistingType => new Delisting(symbol, day, value),
            _ => throw new JsonException("this is none of split, dividend and delisting"),
        };
    }

    public override void Write(Utf8JsonWriter writer, CorporateAction value, JsonSerializerOptions options)
    {
        (string type, decimal amount) = value switch
        {
            Split split => (SplitType, split.Ratio),
            Dividend dividend => (DividendType, dividend.Amount),
            Delisting delisting => (DelistingType, delisting.Price),
            _ => throw new InvalidOperationException($"A catalog cannot keep a {value.GetType().Name}."),
        };
        writer.WriteStartObject();
        writer.WriteString("symbol", value.Symbol);
        writer.WriteString("day", value.Day.ToString("O", CultureInfo.InvariantCulture));
        writer.WriteString("type", type);
        writer.WriteNumber("value", amount);
        writer.WriteEndObject();
    }
}
