using System.Text.Json;
using System.Text.Json.Serialization;

namespace Backtest.Results;

/// <summary>Writes decimals as numbers without trailing zeros.</summary>
internal sealed class PlainDecimalConverter : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(PlainDecimal.Of(value));
}
