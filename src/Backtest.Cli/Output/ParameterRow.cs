using System.Text.Json;

namespace Backtest.Cli.Output;

/// <summary>A parameter of a plugin, from its schema.</summary>
internal sealed record ParameterRow(string Name, string Type, string Default, string Range, string Description)
{
    /// <summary>The parameters in a schema.</summary>
    public static IReadOnlyList<ParameterRow> All(string schema)
    {
        using JsonDocument document = JsonDocument.Parse(schema);
        JsonElement root = document.RootElement;
        if (!root.TryGetProperty("properties", out JsonElement properties))
            return [];
        string[] required = root.TryGetProperty("required", out JsonElement names)
            ? [.. names.EnumerateArray().Select(name => name.GetString()!)]
            : [];
        return [.. properties.EnumerateObject().Select(property => Read(property, required.Contains(property.Name)))];
    }

    private static ParameterRow Read(JsonProperty property, bool isRequired) => new(
        property.Name,
        TypeOf(property.Value),
        isRequired ? "(required)" : Text(property.Value, "default"),
        RangeOf(property.Value),
        Text(property.Value, "description"));

    private static string TypeOf(JsonElement schema)
    {
        if (schema.TryGetProperty("enum", out JsonElement values))
            return string.Join(" | ", values.EnumerateArray());
        if (schema.TryGetProperty("oneOf", out JsonElement variants))
            return string.Join(" | ", variants.EnumerateArray().Select(VariantName).Where(name => name.Length > 0));
        return Text(schema, "type");
    }

    private static string VariantName(JsonElement variant) =>
        variant.TryGetProperty("properties", out JsonElement properties) && properties.TryGetProperty("type", out JsonElement type)
            ? Text(type, "const")
            : Text(variant, "type");

    private static string RangeOf(JsonElement schema)
    {
        string low = Bound(schema, "minimum", "≥ ", "exclusiveMinimum", "> ");
        string high = Bound(schema, "maximum", "≤ ", "exclusiveMaximum", "< ");
        return low.Length > 0 && high.Length > 0 ? $"{low}, {high}" : low + high;
    }

    private static string Bound(JsonElement schema, string inclusive, string inclusiveSign, string exclusive, string exclusiveSign) =>
        schema.TryGetProperty(inclusive, out JsonElement bound) ? inclusiveSign + bound
        : schema.TryGetProperty(exclusive, out bound) ? exclusiveSign + bound
        : "";

    private static string Text(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out JsonElement value) ? value.ToString() : "";
}
