using Backtest.Generators.Plugins.Model;
using Backtest.Generators.Text;

namespace Backtest.Generators.Plugins.Emission;

/// <summary>Generates the expressions that convert values of a run file to the values of parameters.</summary>
internal sealed class BinderWriter
{
    private readonly Dictionary<string, string> _methods = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal) { "ToString" };
    private readonly List<NamedType> _types = [];

    /// <summary>Collects every type used by these parameters that has a method of its own.</summary>
    public BinderWriter(RecordType root)
    {
        foreach (ParameterModel parameter in root.Parameters)
            Collect(parameter.Type);
    }

    /// <summary>The types with a method of their own, each once, in the order in which they were found.</summary>
    public IReadOnlyList<NamedType> Types => _types;

    /// <summary>The method that creates a type.</summary>
    public string MethodOf(NamedType type) => _methods[type.Name];

    /// <summary>The value of a property, read from <paramref name="reader"/>.</summary>
    public string Read(ParameterModel parameter, string reader) => parameter.IsRequired
        ? $"{reader}.Require(\"{parameter.Key}\", {Converter(parameter.Type, depth: 0)})"
        : $"{reader}.Read(\"{parameter.Key}\", defaults.{parameter.Property}, {Converter(parameter.Type, depth: 0)})";

    private void Collect(ParameterType type)
    {
        switch (type)
        {
            case NullableType nullable:
                Collect(nullable.Inner);
                break;
            case ListType list:
                Collect(list.Item);
                break;
            case MapType map:
                Collect(map.Item);
                break;
            case NamedType named when !_methods.ContainsKey(named.Name):
                _methods.Add(named.Name, Words.TakeUnique($"To{named.Simple}", _taken));
                _types.Add(named);
                foreach (RecordType inner in (named as UnionType)?.Cases ?? [])
                    Collect(inner);
                foreach (ParameterModel parameter in (named as RecordType)?.Parameters ?? [])
                    Collect(parameter.Type);
                break;
        }
    }

    private string Converter(ParameterType type, int depth)
    {
        string variable = depth switch
        {
            0 => "value",
            1 => "item",
            _ => $"item{depth}",
        };
        return type is NamedType named ? MethodOf(named) : $"static {variable} => {Conversion(type, variable, depth)}";
    }

    private string Conversion(ParameterType type, string variable, int depth) => type switch
    {
        NumberType number => $"{variable}.To{number.Name}({Arguments(number.Bounds)})",
        BooleanType => $"{variable}.ToBoolean()",
        TextType => $"{variable}.ToText()",
        TimeSpanType => $"{variable}.ToTimeSpan()",
        DateType => $"{variable}.ToDateOnly()",
        TimeframeType => $"{variable}.ToTimeframe()",
        NullableType nullable => $"{variable}.IsNull ? {nullable.Cast}null : {Conversion(nullable.Inner, variable, depth)}",
        ListType list => $"{variable}.ToList({Converter(list.Item, depth + 1)})",
        MapType map => $"{variable}.ToMap({Converter(map.Item, depth + 1)})",
        NamedType named => $"{MethodOf(named)}({variable})",
        _ => throw new InvalidOperationException($"{type.GetType().Name} has no conversion."),
    };

    private static string Arguments(Bounds bounds)
    {
        var arguments = new List<string>();
        if (bounds.HasMin)
            arguments.Add($"min: {Bounds.Text(bounds.Min)}");
        if (bounds.HasMax)
            arguments.Add($"max: {Bounds.Text(bounds.Max)}");
        if (bounds.HasMin && bounds.ExclusiveMin)
            arguments.Add("exclusiveMin: true");
        return string.Join(", ", arguments);
    }
}
