using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Backtest.Reporting;

/// <summary>Writes columns to a store, with a reference in the document or, without a store, as arrays.</summary>
internal sealed class ColumnConverter : JsonConverter<Column>
{
    private readonly ColumnStore? _store;
    private readonly ArrayBufferWriter<byte> _line = new();

    /// <summary>Creates a converter that writes columns as arrays.</summary>
    public ColumnConverter()
    {
    }

    /// <summary>Creates a converter that packs columns into a store.</summary>
    public ColumnConverter(ColumnStore store) => _store = store;

    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsAssignableTo(typeof(Column));

    /// <inheritdoc/>
    public override Column Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Reports can only be written, not read.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Column value, JsonSerializerOptions options)
    {
        if (_store is { } store)
        {
            store.Write(value, writer);
            return;
        }

        // Write arrays on one line, however the document is indented.
        _line.ResetWrittenCount();
        using (var compact = new Utf8JsonWriter(_line, new JsonWriterOptions { Encoder = options.Encoder }))
        {
            compact.WriteStartArray();
            for (int i = 0; i < value.Count; i++)
                WriteValue(value, i, compact);
            compact.WriteEndArray();
        }

        writer.WriteRawValue(_line.WrittenSpan, skipInputValidation: true);
    }

    private static void WriteValue(Column column, int row, Utf8JsonWriter writer)
    {
        switch (column)
        {
            case NumberColumn { Values: var values } when double.IsFinite(values[row]):
                writer.WriteNumberValue(values[row]);
                break;
            case TimeColumn { Ticks: var ticks } when ticks[row] != TimeColumn.None:
                writer.WriteStringValue(new DateTime(ticks[row], DateTimeKind.Utc));
                break;
            case TextColumn { Values: var texts } when texts[row] is { } text:
                writer.WriteStringValue(text);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
