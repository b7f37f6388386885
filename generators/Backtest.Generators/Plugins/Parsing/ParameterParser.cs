using Backtest.Generators.Diagnostics;
using Backtest.Generators.Model;
using Backtest.Generators.Plugins.Model;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Plugins.Parsing;

/// <summary>Reads the parameters of a plugin class, and of the records in them.</summary>
internal sealed class ParameterParser
{
    private const string ParameterAttribute = "Backtest.ParameterAttribute";
    private const string VariantKey = "type";

    private readonly PluginScope _scope;
    private readonly ParameterTypeParser _types;

    public ParameterParser(PluginScope scope)
    {
        _scope = scope;
        _types = new ParameterTypeParser(scope, this);
    }

    /// <summary>The class itself as a record that is bound.</summary>
    public RecordType Parse() => new(_scope.Class.Name, _scope.Class.Name, Read(_scope.Class, isVariant: false, IsMarked));

    /// <summary>The fields of a record: marked properties, and other properties that can be set from outside.</summary>
    public EquatableArray<ParameterModel> Fields(INamedTypeSymbol record, bool isVariant) =>
        Read(record, isVariant, property => IsMarked(property) || IsOpen(property));

    private EquatableArray<ParameterModel> Read(INamedTypeSymbol type, bool isVariant, Func<IPropertySymbol, bool> isParameter)
    {
        var parameters = new List<ParameterModel>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        if (isVariant)
            keys.Add(VariantKey);
        foreach (IPropertySymbol property in type.AllMembers<IPropertySymbol>().Where(isParameter))
        {
            if (Read(property) is not { } parameter)
                continue;
            if (!keys.Add(parameter.Key))
                Reject(property, $"another parameter also has the key '{parameter.Key}'", "rename one of them");
            else
                parameters.Add(parameter);
        }

        return new EquatableArray<ParameterModel>(parameters);
    }

    private ParameterModel? Read(IPropertySymbol property)
    {
        if (property.IsStatic || property.IsIndexer || property.GetMethod is null || property.SetMethod is not { } setter
            || !_scope.CanFactoryUse(property) || !_scope.CanFactoryUse(setter))
        {
            Reject(property, "it cannot be set from outside", "make it public, with 'get' and 'init'");
            return null;
        }

        AttributeData? attribute = property.Attribute(ParameterAttribute);
        Bounds bounds = attribute is null ? Bounds.None : new Bounds(
            attribute.Argument("Min", double.NegativeInfinity), attribute.Argument("Max", double.PositiveInfinity),
            attribute.Argument("ExclusiveMin", false));
        if (_types.Parse(property, property.Type, bounds) is not { } type)
            return null;
        if (bounds != Bounds.None && !ParameterTypeParser.HoldsNumbers(type))
        {
            Reject(property, "only numbers can have a range", "remove Min and Max");
            return null;
        }

        DefaultValue? fallback = property.IsRequired ? null : DefaultValue.Of(property, type, _scope.Compilation);
        foreach (double number in fallback?.Numbers ?? [])
        {
            if (!bounds.Hold(number))
            {
                _scope.Report(Descriptors.DefaultOutOfRange, property, property.Name, Bounds.Text(number), bounds.ToString());
                return null;
            }
        }

        string name = attribute?.Argument<string?>("Name", null) ?? Words.SnakeCase(property.Name);
        string description = attribute?.Argument("Description", "") ?? "";
        return new ParameterModel(property.Name, name, type, property.IsRequired, fallback?.Json, description);
    }

    private static bool IsMarked(IPropertySymbol property) => property.Attribute(ParameterAttribute) is not null;

    private static bool IsOpen(IPropertySymbol property) => property is
    {
        IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public,
        SetMethod: { DeclaredAccessibility: Accessibility.Public }, GetMethod: not null,
    };

    private void Reject(IPropertySymbol property, string why, string mend) =>
        _scope.Report(Descriptors.InvalidParameter, property, property.Name, why, mend);
}
