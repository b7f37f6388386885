using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Backtest.Reporting;

/// <summary>Serializes reports as JSON.</summary>
[JsonSerializable(typeof(ReportDocument))]
internal sealed partial class ReportJson : JsonSerializerContext
{
    /// <summary>Options that write columns as arrays, indented for readers.</summary>
    public static JsonSerializerOptions Plain() => Of(new ColumnConverter(), isIndented: true);

    /// <summary>Options that pack columns into a store.</summary>
    public static JsonSerializerOptions Packed(ColumnStore store) => Of(new ColumnConverter(store), isIndented: false);

    private static JsonSerializerOptions Of(ColumnConverter columns, bool isIndented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = isIndented,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new ReportJson(),
        Converters =
        {
            columns,
            new FiniteConverter(),
            new JsonStringEnumConverter<Format>(JsonNamingPolicy.SnakeCaseLower),
            new JsonStringEnumConverter<RemarkLevel>(JsonNamingPolicy.SnakeCaseLower),
        },
    };

    /// <summary>Writes NaN and infinities as null.</summary>
    private sealed class FiniteConverter : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value))
                writer.WriteNumberValue(value);
            else
                writer.WriteNullValue();
        }
    }
}
