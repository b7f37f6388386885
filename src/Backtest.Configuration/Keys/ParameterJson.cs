using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Backtest.Configuration.Keys;

/// <summary>Writes parameters as JSON that reads back to the same; equal figures are written the same.</summary>
internal static class ParameterJson
{
    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    // Dividing by it drops the trailing zeros of a decimal.
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>Writes a value.</summary>
    public static JsonNode? Write(ParameterNode node) => node switch
    {
        ParameterMap map => new JsonObject(map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Write(entry.Value)))),
        ParameterList list => new JsonArray([.. list.Items.Select(Write)]),
        ParameterScalar { IsQuoted: true } scalar => scalar.Text,
        ParameterScalar { Text: "" or "~" or "null" or "Null" or "NULL" } => null,
        ParameterScalar { Text: "true" or "True" or "TRUE" } => true,
        ParameterScalar { Text: "false" or "False" or "FALSE" } => false,
        ParameterScalar scalar => WritePlain(scalar.Text),
        _ => throw new InvalidOperationException($"A {node.GetType().Name} is not a value of a run file."),
    };

    /// <summary>Reads what was written.</summary>
    public static ParameterNode Read(JsonNode? value) => value switch
    {
        null => new ParameterScalar("null", IsQuoted: false, default),
        JsonObject map => new ParameterMap([.. map.Select(entry => new ParameterEntry(entry.Key, default, Read(entry.Value)))], default),
        JsonArray list => new ParameterList([.. list.Select(Read)], default),
        JsonValue text when text.GetValueKind() == JsonValueKind.String => new ParameterScalar(text.GetValue<string>(), IsQuoted: true, default),
        _ => new ParameterScalar(value.ToJsonString(), IsQuoted: false, default),
    };

    /// <summary>Writes a number without trailing zeros.</summary>
    public static JsonNode Write(decimal number) => JsonValue.Create(number / One);

    private static JsonNode WritePlain(string text)
    {
        if (decimal.TryParse(text, Number, CultureInfo.InvariantCulture, out decimal number))
            return Write(number);
        return double.TryParse(text, Number, CultureInfo.InvariantCulture, out double large) && double.IsFinite(large) ? large : text;
    }
}
