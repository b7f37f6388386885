using System.Text.Json;
using System.Text.Json.Serialization;

namespace Backtest.Data.Catalog;

/// <summary>Converts timeframes to and from the notation of run files.</summary>
internal sealed class TimeframeConverter : JsonConverter<Timeframe>
{
    public override Timeframe Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Timeframe.TryParse(reader.GetString(), out Timeframe timeframe) ? timeframe : throw new JsonException("this is not a timeframe");

    public override void Write(Utf8JsonWriter writer, Timeframe value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
