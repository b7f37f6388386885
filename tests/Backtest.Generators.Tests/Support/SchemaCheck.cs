using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Backtest.Tests;

/// <summary>
/// Checks a document against a JSON schema: the keywords of draft 2020-12 that parameter schemas use, and no others. A library for it
/// cannot be restored here.
/// </summary>
internal static class SchemaCheck
{
    public static bool Accepts(JsonElement schema, JsonElement value) =>
        schema.EnumerateObject().All(keyword => Holds(keyword.Name, keyword.Value, schema, value));

    private static bool Holds(string keyword, JsonElement rule, JsonElement schema, JsonElement value) => keyword switch
    {
        "description" or "default" => true,
        "type" when rule.ValueKind == JsonValueKind.Array => rule.EnumerateArray().Any(type => IsType(type.GetString()!, value)),
        "type" => IsType(rule.GetString()!, value),
        "enum" => rule.EnumerateArray().Any(word => JsonElement.DeepEquals(word, value)),
        "const" => JsonElement.DeepEquals(rule, value),
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= rule.GetDecimal(),
        "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() <= rule.GetDecimal(),
        "exclusiveMinimum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() > rule.GetDecimal(),
        "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, rule.GetString()!),
        "items" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().All(item => Accepts(rule, item)),
        "required" => value.ValueKind != JsonValueKind.Object
            || rule.EnumerateArray().All(key => value.TryGetProperty(key.GetString()!, out _)),
        "properties" => value.ValueKind != JsonValueKind.Object || rule.EnumerateObject().All(property =>
            !value.TryGetProperty(property.Name, out JsonElement found) || Accepts(property.Value, found)),
        "additionalProperties" => value.ValueKind != JsonValueKind.Object || value.EnumerateObject()
            .Where(property => !(schema.TryGetProperty("properties", out JsonElement known) && known.TryGetProperty(property.Name, out _)))
            .All(property => rule.ValueKind != JsonValueKind.False && Accepts(rule, property.Value)),
        "oneOf" => rule.EnumerateArray().Count(choice => Accepts(choice, value)) == 1,
        _ => throw new NotSupportedException($"The check does not know '{keyword}'."),
    };

    private static bool IsType(string type, JsonElement value) => type switch
    {
        "integer" => value.ValueKind == JsonValueKind.Number && !value.GetRawText().Contains('.', StringComparison.Ordinal)
            && long.TryParse(value.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new NotSupportedException($"The check does not know the type '{type}'."),
    };
}
