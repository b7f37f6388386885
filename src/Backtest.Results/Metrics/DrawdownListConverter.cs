using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Backtest.Results;

/// <summary>Converts drawdowns to and from a JSON list.</summary>
public sealed class DrawdownListConverter : JsonConverter<DrawdownList>
{
    /// <inheritdoc/>
    public override DrawdownList Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonSerializer.Deserialize(ref reader, Items(options)) ?? throw new JsonException("There are no drawdowns."));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DrawdownList value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, [.. value], Items(options));

    private static JsonTypeInfo<Drawdown[]> Items(JsonSerializerOptions options) => (JsonTypeInfo<Drawdown[]>)options.GetTypeInfo(typeof(Drawdown[]));
}
