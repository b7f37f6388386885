using Backtest.Generators.Diagnostics;
using Backtest.Generators.Model;
using Backtest.Generators.Plugins.Model;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Plugins.Parsing;

/// <summary>Determines the parameter type of a C# type.</summary>
internal sealed class ParameterTypeParser(PluginScope scope, ParameterParser parameters)
{
    private readonly HashSet<ISymbol> _open = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a range applies to a type.</summary>
    public static bool HoldsNumbers(ParameterType type) => type switch
    {
        NumberType => true,
        NullableType nullable => HoldsNumbers(nullable.Inner),
        ListType list => HoldsNumbers(list.Item),
        MapType map => HoldsNumbers(map.Item),
        _ => false,
    };

    /// <summary>The parameter type of a C# type; <see langword="null"/> if the type cannot be a parameter, which is reported.</summary>
    public ParameterType? Parse(IPropertySymbol property, ITypeSymbol type, Bounds bounds)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            ITypeSymbol inner = nullable.TypeArguments[0];
            return Parse(property, inner, bounds) is { } value ? new NullableType(value, $"({scope.FactoryNames.Of(inner)}?)") : null;
        }

        ParameterType? parsed = NotNull(property, type, bounds);
        return parsed is not null && type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated }
            ? new NullableType(parsed, "")
            : parsed;
    }

    private ParameterType? NotNull(IPropertySymbol property, ITypeSymbol type, Bounds bounds) => type switch
    {
        { SpecialType: SpecialType.System_Int32 } => new NumberType("Int32", IsWhole: true, bounds),
        { SpecialType: SpecialType.System_Int64 } => new NumberType("Int64", IsWhole: true, bounds),
        { SpecialType: SpecialType.System_Double } => new NumberType("Double", IsWhole: false, bounds),
        { SpecialType: SpecialType.System_Decimal } => new NumberType("Decimal", IsWhole: false, bounds),
        { SpecialType: SpecialType.System_Boolean } => new BooleanType(),
        { SpecialType: SpecialType.System_String } => new TextType(),
        INamedTypeSymbol named when named.Is("System.TimeSpan") => new TimeSpanType(),
        INamedTypeSymbol named when named.Is("System.DateOnly") => new DateType(),
        INamedTypeSymbol named when named.Is("Backtest.Timeframe") => new TimeframeType(),
        INamedTypeSymbol { TypeArguments: [var item] } named
            when named.Is("System.Collections.Generic.IReadOnlyList") || named.Is("System.Collections.Immutable.ImmutableArray")
            => Parse(property, item, bounds) is { } parsed ? new ListType(parsed) : null,
        INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }, var item] } named
            when named.Is("System.Collections.Generic.IReadOnlyDictionary")
            => Parse(property, item, bounds) is { } parsed ? new MapType(parsed) : null,
        INamedTypeSymbol named when !scope.CanFactoryUse(named)
            => Reject(property, $"{named.Name} is private", "make it public or internal"),
        INamedTypeSymbol { TypeKind: TypeKind.Enum } named => EnumOf(named),
        INamedTypeSymbol { IsRecord: true, TypeKind: TypeKind.Class } named => RecordOrUnion(property, named),
        _ => Reject(property, $"{type.ToDisplayString()} is not supported",
            "use a number, decimal, bool, string, enum, TimeSpan, DateOnly, Timeframe, record, IReadOnlyList<T> or IReadOnlyDictionary<string, T>"),
    };

    private EnumType EnumOf(INamedTypeSymbol type) => new(scope.FactoryNames.Of(type), type.Name, new EquatableArray<EnumWord>(
        type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue)
            .Select(field => new EnumWord(Words.SnakeCase(field.Name), field.Name))));

    private ParameterType? RecordOrUnion(IPropertySymbol property, INamedTypeSymbol type)
    {
        if (!_open.Add(type))
            return Reject(property, $"{type.Name} contains itself", "remove the recursion");
        ParameterType? parsed = type.IsAbstract ? UnionOf(property, type) : RecordOf(property, type, variant: null);
        _open.Remove(type);
        return parsed;
    }

    private UnionType? UnionOf(IPropertySymbol property, INamedTypeSymbol type)
    {
        var cases = new List<RecordType>();
        foreach ((INamedTypeSymbol candidate, AttributeData variant) in Variants.Of(type))
        {
            string word = variant.ConstructorArguments is [{ Value: string text }] ? text : "";
            if (cases.Exists(other => other.Variant == word))
                return Reject<UnionType>(property, $"two cases of {type.Name} are '{word}'", "rename one of them");
            if (RecordOf(property, candidate, variant) is not { } record)
                return null;
            cases.Add(record);
        }

        return cases.Count > 0
            ? new UnionType(scope.FactoryNames.Of(type), type.Name, new EquatableArray<RecordType>(cases))
            : Reject<UnionType>(property, $"{type.Name} is abstract and has no cases",
                "derive records from it and mark each with [Variant(\"…\")]");
    }

    private RecordType? RecordOf(IPropertySymbol property, INamedTypeSymbol type, AttributeData? variant)
    {
        bool canMake = type.InstanceConstructors.Any(constructor => constructor.Parameters.Length == 0 && scope.CanFactoryUse(constructor));
        if (!canMake || type.IsGenericType || !scope.CanFactoryUse(type))
        {
            return Reject<RecordType>(property, $"{type.Name} cannot be created without arguments",
                "use properties with 'init' instead of constructor parameters");
        }

        string? word = variant?.ConstructorArguments is [{ Value: string text }] ? text : null;
        string description = variant?.Argument("Description", "") ?? "";
        return new RecordType(scope.FactoryNames.Of(type), type.Name, parameters.Fields(type, word is not null), word, description);
    }

    private ParameterType? Reject(IPropertySymbol property, string why, string mend) => Reject<ParameterType>(property, why, mend);

    private T? Reject<T>(IPropertySymbol property, string why, string mend)
        where T : class
    {
        scope.Report(Descriptors.InvalidParameter, property, property.Name, why, mend);
        return null;
    }
}
