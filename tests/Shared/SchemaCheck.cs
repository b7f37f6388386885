using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Backtest.Tests;

/// <summary>
/// Checks a document against a JSON schema without a library. It supports only the keywords of draft 2020-12 that our schemas use.
/// </summary>
internal static class SchemaCheck
{
    public static bool Accepts(JsonElement schema, JsonElement value) => Accepts(schema, schema, value);

    private static bool Accepts(JsonElement root, JsonElement schema, JsonElement value) => schema.ValueKind == JsonValueKind.Object
        ? schema.EnumerateObject().All(keyword => Holds(root, schema, keyword.Name, keyword.Value, value))
        : schema.GetBoolean();

    private static bool Holds(JsonElement root, JsonElement schema, string keyword, JsonElement rule, JsonElement value) => keyword switch
    {
        "$schema" or "$defs" or "title" or "description" or "default" or "then" => true,
        "$ref" => Accepts(root, root.GetProperty("$defs").GetProperty(rule.GetString()!["#/$defs/".Length..]), value),
        "if" => !Accepts(root, rule, value) || Accepts(root, schema.GetProperty("then"), value),
        "allOf" => rule.EnumerateArray().All(choice => Accepts(root, choice, value)),
        "anyOf" => rule.EnumerateArray().Any(choice => Accepts(root, choice, value)),
        "oneOf" => rule.EnumerateArray().Count(choice => Accepts(root, choice, value)) == 1,
        "items" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().All(item => Accepts(root, rule, item)),
        "properties" => value.ValueKind != JsonValueKind.Object || rule.EnumerateObject().All(property =>
            !value.TryGetProperty(property.Name, out JsonElement found) || Accepts(root, property.Value, found)),
        "additionalProperties" => value.ValueKind != JsonValueKind.Object || value.EnumerateObject()
            .Where(property => !(schema.TryGetProperty("properties", out JsonElement known) && known.TryGetProperty(property.Name, out _)))
            .All(property => rule.ValueKind != JsonValueKind.False && Accepts(root, rule, property.Value)),
        _ => Holds(keyword, rule, value),
    };

    private static bool Holds(string keyword, JsonElement rule, JsonElement value) => keyword switch
    {
        "type" when rule.ValueKind == JsonValueKind.Array => rule.EnumerateArray().Any(type => IsType(type.GetString()!, value)),
        "type" => IsType(rule.GetString()!, value),
        "enum" => rule.EnumerateArray().Any(word => JsonElement.DeepEquals(word, value)),
        "const" => JsonElement.DeepEquals(rule, value),
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= rule.GetDecimal(),
        "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() <= rule.GetDecimal(),
        "exclusiveMinimum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() > rule.GetDecimal(),
        "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, rule.GetString()!),
        "required" => value.ValueKind != JsonValueKind.Object
            || rule.EnumerateArray().All(key => value.TryGetProperty(key.GetString()!, out _)),
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
