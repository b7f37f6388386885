using Backtest.Generators.Plugins.Model;
using Backtest.Generators.Text;

namespace Backtest.Generators.Plugins.Emission;

/// <summary>Writes the JSON schema (draft 2020-12) of a plugin's parameters.</summary>
internal sealed class SchemaWriter
{
    private const string TimeframePattern = "^[1-9][0-9]*([smhdwq]|mo)$";
    private const string TimeSpanPattern = @"^([0-9]+[smhdw]|([0-9]+\.)?[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,7})?)?)$";
    private const string DatePattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

    private readonly JsonWriter _json = new();

    private SchemaWriter()
    {
    }

    /// <summary>The schema of a record, as one document.</summary>
    public static string Write(RecordType record)
    {
        var writer = new SchemaWriter();
        writer._json.Object(() => writer.Record(record, isNullable: false));
        return writer._json.ToString();
    }

    private void Property(ParameterModel parameter) => _json.Member(parameter.Key, () =>
    {
        Describe(parameter.Description);
        Type(parameter.Type, isNullable: false);
        if (parameter.Default is not null)
            _json.Member("default", parameter.Default);
    });

    private void Type(ParameterType type, bool isNullable)
    {
        switch (type)
        {
            case NumberType number:
                Name(number.IsWhole ? "integer" : "number", isNullable);
                Range(number.Bounds);
                break;
            case BooleanType:
                Name("boolean", isNullable);
                break;
            case TextType:
                Name("string", isNullable);
                break;
            case TimeSpanType:
                Name("string", isNullable);
                _json.Member("pattern", JsonWriter.Quote(TimeSpanPattern));
                break;
            case DateType:
                Name("string", isNullable);
                _json.Member("pattern", JsonWriter.Quote(DatePattern));
                break;
            case TimeframeType:
                Name("string", isNullable);
                _json.Member("pattern", JsonWriter.Quote(TimeframePattern));
                break;
            case NullableType nullable:
                Type(nullable.Inner, isNullable: true);
                break;
            case ListType items:
                Name("array", isNullable);
                _json.Member("items", () => Type(items.Item, isNullable: false));
                break;
            case MapType map:
                Name("object", isNullable);
                _json.Member("additionalProperties", () => Type(map.Item, isNullable: false));
                break;
            case EnumType words:
                string list = JsonWriter.List(words.Words.Select(word => word.Word));
                _json.Member("enum", isNullable ? $"{list.TrimEnd(']')}, null]" : list);
                break;
            case RecordType record:
                Record(record, isNullable);
                break;
            case UnionType union:
                Union(union, isNullable);
                break;
        }
    }

    private void Record(RecordType record, bool isNullable)
    {
        Describe(record.Description);
        Name("object", isNullable);
        _json.Member("properties", () =>
        {
            if (record.Variant is not null)
                _json.Member("type", () => _json.Member("const", JsonWriter.Quote(record.Variant)));
            foreach (ParameterModel parameter in record.Parameters)
                Property(parameter);
        });
        string[] required =
        [
            .. record.Variant is null ? Array.Empty<string>() : ["type"],
            .. record.Parameters.Where(parameter => parameter.IsRequired).Select(parameter => parameter.Key),
        ];
        if (required.Length > 0)
            _json.Member("required", JsonWriter.List(required));
        _json.Member("additionalProperties", "false");
    }

    private void Union(UnionType union, bool isNullable) => _json.List("oneOf", () =>
    {
        foreach (RecordType record in union.Cases)
            _json.Object(() => Record(record, isNullable: false));
        if (isNullable)
            _json.Object(() => Name("null", isNullable: false));
    });

    private void Describe(string description)
    {
        if (description.Length > 0)
            _json.Member("description", JsonWriter.Quote(description));
    }

    private void Name(string type, bool isNullable) =>
        _json.Member("type", isNullable ? JsonWriter.List([type, "null"]) : JsonWriter.Quote(type));

    private void Range(Bounds bounds)
    {
        if (bounds.HasMin)
            _json.Member(bounds.ExclusiveMin ? "exclusiveMinimum" : "minimum", Bounds.Text(bounds.Min));
        if (bounds.HasMax)
            _json.Member("maximum", Bounds.Text(bounds.Max));
    }
}
