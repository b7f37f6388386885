using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Backtest.Configuration;

namespace Backtest;

/// <summary>Converts objects to what a run file would hold: anonymous objects, records and plugin classes.</summary>
public static class Parameters
{
    private const string VariantKey = "type";

    /// <summary>The parameters an object holds: its public properties, each by its name in snake_case.</summary>
    /// <param name="values">
    /// The object, or a dictionary by name. Values may be numbers, text, truth values, enumerations, lengths of time, days, null, lists and further
    /// objects. If a class has properties marked <see cref="ParameterAttribute"/>, only these count; a case of a union
    /// (<see cref="VariantAttribute"/>) also has its <c>type</c>.
    /// </param>
    /// <exception cref="ArgumentException">It is not an object with properties, or holds something a run file cannot hold.</exception>
    public static ParameterMap Of(object values) =>
        Node(values, "") as ParameterMap ?? throw Refused("", $"a {values.GetType().Name} has no parameters: expected an object with properties");

    /// <summary>The run file value for a C# value.</summary>
    /// <param name="value">
    /// A number, text, a truth value, an enumeration, a length of time, a day, null, a list, an object, or JSON as in results.
    /// </param>
    /// <exception cref="ArgumentException">It holds something a run file cannot hold.</exception>
    public static ParameterNode Value(object? value) => Node(value, "");

    private static ParameterNode Node(object? value, string path) => value switch
    {
        null => Plain("null"),
        ParameterNode node => node,
        JsonNode json => ConfigJson.Read(json),
        string text => new ParameterScalar(text, IsQuoted: true, default),
        char letter => new ParameterScalar(letter.ToString(), IsQuoted: true, default),
        bool truth => Plain(truth ? "true" : "false"),
        Enum word => Plain(JsonNamingPolicy.SnakeCaseLower.ConvertName(word.ToString())),
        double number when !double.IsFinite(number) => throw Refused(path, "a number must be finite"),
        float number when !float.IsFinite(number) => throw Refused(path, "a number must be finite"),
        byte or sbyte or short or ushort or int or uint or long or ulong or float or double or decimal or Int128 or UInt128 =>
            Plain(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)),
        Timeframe timeframe => Plain(timeframe.ToString()),
        TimeSpan span => Plain(span.ToString("c", CultureInfo.InvariantCulture)),
        DateOnly day => Plain(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        IEnumerable map when IsMap(map) => Map(map, path),
        IEnumerable list => new ParameterList([.. list.Cast<object?>().Select((item, index) => Node(item, $"{path}[{index}]"))], default),
        _ => Properties(value, path),
    };

    private static bool IsMap(IEnumerable values) => Array.Exists(
        values.GetType().GetInterfaces(),
        each => each.IsGenericType && each.GetGenericTypeDefinition() is { } type
            && (type == typeof(IDictionary<,>) || type == typeof(IReadOnlyDictionary<,>)));

    private static ParameterMap Map(IEnumerable values, string path)
    {
        List<ParameterEntry> entries = [];
        foreach (object pair in values)
        {
            Type type = pair.GetType();
            string key = type.GetProperty("Key")?.GetValue(pair) as string ?? throw Refused(path, "the keys of a map must be text");
            entries.Add(Entry(key, type.GetProperty("Value")?.GetValue(pair), path));
        }

        return new ParameterMap(entries, default);
    }

    private static ParameterMap Properties(object value, string path)
    {
        Type type = value.GetType();
        PropertyInfo[] all =
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.CanRead && property.GetIndexParameters().Length == 0),
        ];
        PropertyInfo[] marked = [.. all.Where(property => property.IsDefined(typeof(ParameterAttribute)))];
        VariantAttribute? variant = type.GetCustomAttribute<VariantAttribute>();
        if (all.Length == 0 && variant is null)
            throw Refused(path, $"a run file cannot contain values of type {type.Name}");
        return new ParameterMap(
            [
                .. variant is null ? [] : new[] { Entry(VariantKey, variant.Type, path) },
                .. (marked.Length > 0 ? marked : all).Select(property => Entry(NameOf(property), property.GetValue(value), path)),
            ],
            default);
    }

    private static string NameOf(PropertyInfo property) =>
        property.GetCustomAttribute<ParameterAttribute>()?.Name ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);

    private static ParameterEntry Entry(string key, object? value, string path) =>
        new(key, default, Node(value, path.Length == 0 ? key : $"{path}.{key}"));

    private static ParameterScalar Plain(string text) => new(text, IsQuoted: false, default);

    private static ArgumentException Refused(string path, string message) => new(path.Length == 0 ? message : $"{path}: {message}");
}
