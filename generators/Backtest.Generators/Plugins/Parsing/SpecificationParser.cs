using System.Collections.Immutable;
using Backtest.Generators.Diagnostics;
using Backtest.Generators.Plugins.Model;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backtest.Generators.Plugins.Parsing;

/// <summary>Converts the attribute of an indicator property to the C# expression of its specification.</summary>
internal sealed class SpecificationParser(PluginScope scope)
{
    /// <summary>A placeholder for the author's instance in an expression.</summary>
    public const string Author = "{0}";

    private readonly NamedMembers _members = new(scope.Class, scope.Compilation);

    /// <summary>The expression of <c>[Indicator(nameof(Member))]</c>.</summary>
    public string? OfMember(IPropertySymbol property, AttributeData attribute, IndicatorShape shape)
    {
        string name = attribute.ConstructorArguments is [{ Value: string text }] ? text : "";
        ITypeSymbol? wanted = scope.Compilation.GetTypeByMetadataName("Backtest.IndicatorSpec");
        if (shape == IndicatorShape.PerSymbolList && wanted is not null)
            wanted = scope.Compilation.GetTypeByMetadataName("System.Collections.Generic.IReadOnlyList`1")?.Construct(wanted);
        if (_members.Find(name) is not { } member || NamedMembers.TypeOf(member) is not { } type)
        {
            ITypeSymbol? fitting = wanted;
            return Reject(ArgumentPlace(attribute, 0) ?? SourceSpan.Of(property), property,
                $"there is no property or parameterless method '{name}'",
                Advice(name, candidate => scope.Converts(candidate, fitting)) ?? "name one that returns an IndicatorSpec with nameof");
        }

        if (!scope.Converts(type, wanted))
        {
            string expected = shape == IndicatorShape.PerSymbolList ? "IReadOnlyList<IndicatorSpec>" : "IndicatorSpec";
            return Reject(property, $"'{name}' returns {type.ToDisplayString()}", $"return {expected}");
        }

        return Access(member);
    }

    /// <summary>The expression of <c>[Indicator&lt;TIndicator&gt;(arguments)]</c>.</summary>
    public string? OfType(IPropertySymbol property, AttributeData attribute, IndicatorShape shape, ITypeSymbol value)
    {
        if (attribute.AttributeClass!.TypeArguments[0] is not INamedTypeSymbol indicator || shape == IndicatorShape.PerSymbolList)
            return Reject(property, "one type defines only one indicator", "name a member that returns the specifications");
        bool isSeries = Implements(indicator, "Backtest.ISeriesIndicator", value);
        if (Implements(indicator, "Backtest.IPairIndicator", value))
            return Reject(property, $"{indicator.Name} reads two numbers", "return IndicatorSpec.Pair from a member, which defines the two, and name that member");
        if (!isSeries && !Implements(indicator, "Backtest.IBarIndicator", value))
        {
            string yields = scope.Names.Of(value);
            return Reject(property, $"{indicator.Name} is not an indicator that returns {yields}",
                $"use an ISeriesIndicator<{yields}> or IBarIndicator<{yields}>, or change the property to the indicator's type");
        }

        int source = attribute.Argument("Source", 0);
        if (source != 0 && !isSeries)
            return Reject(property, $"{indicator.Name} reads whole bars, not one field", "remove Source");
        if (Construct(property, attribute, indicator) is not var (arguments, numbers))
            return null;
        string type = scope.Names.Of(indicator);
        string spec = scope.Names.Of(scope.Compilation.GetTypeByMetadataName("Backtest.IndicatorSpec")!);
        string form = isSeries ? "Series" : "Bars";
        string parameters = string.Concat(numbers.Select(number => $", {number}"));
        string from = source == 0 ? "" : $".From({FieldName(source)})";
        return $"{spec}.{form}<{type}, {scope.Names.Of(value)}>(() => new {type}({string.Join(", ", arguments)}){parameters}){from}";
    }

    private (IReadOnlyList<string> Arguments, IReadOnlyList<string> Numbers)? Construct(
        IPropertySymbol property, AttributeData attribute, INamedTypeSymbol indicator)
    {
        var given = new List<(ITypeSymbol Type, string Code)>();
        ImmutableArray<TypedConstant> constants = attribute.ConstructorArguments is [var all] ? all.Values : [];
        foreach (TypedConstant constant in constants)
        {
            if (constant.Value is not string name)
                given.Add((constant.Type!, CodeOf(constant.Type!, constant.Value)));
            else if (_members.Find(name) is { } member && NamedMembers.TypeOf(member) is { } type)
                given.Add((type, Access(member)));
            else
                return RejectName(property, attribute, given.Count, name);
        }

        IMethodSymbol? constructor = indicator.InstanceConstructors
            .Where(candidate => scope.CanUse(candidate) && Fits(candidate, given))
            .OrderBy(candidate => candidate.Parameters.Length).FirstOrDefault();
        if (constructor is null)
            return RejectArguments(property, indicator, given);

        var arguments = constructor.Parameters.Select((parameter, index) =>
            index < given.Count ? given[index].Code : CodeOf(parameter.Type, parameter.ExplicitDefaultValue)).ToList();
        return (arguments, [.. arguments.Select((argument, index) => NumberOf(constructor.Parameters[index].Type, argument))]);
    }

    private bool Fits(IMethodSymbol constructor, List<(ITypeSymbol Type, string Code)> given) =>
        given.Count <= constructor.Parameters.Length
        && constructor.Parameters.Skip(given.Count).All(parameter => parameter.HasExplicitDefaultValue)
        && constructor.Parameters.All(parameter => NamedMembers.IsNumber(parameter.Type))
        && given.Select((argument, index) => scope.Converts(argument.Type, constructor.Parameters[index].Type)).All(fits => fits);

    private string CodeOf(ITypeSymbol type, object? value)
    {
        string literal = SymbolDisplay.FormatPrimitive(value!, quoteStrings: true, useHexadecimalNumbers: false)!;
        if (type.TypeKind != TypeKind.Enum)
            return literal;
        ISymbol? member = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => Equals(field.ConstantValue, value));
        return member is null ? $"({scope.Names.Of(type)})({literal})" : $"{scope.Names.Of(type)}.{member.Name}";
    }

    private string FieldName(int source) =>
        CodeOf(scope.Compilation.GetTypeByMetadataName("Backtest.BarField")!, source);

    private static string NumberOf(ITypeSymbol type, string code) => type switch
    {
        { SpecialType: SpecialType.System_Boolean } => $"{code} ? 1 : 0",
        { TypeKind: TypeKind.Enum } or { SpecialType: SpecialType.System_Decimal } => $"(double){code}",
        _ => code,
    };

    private string Access(ISymbol member) =>
        $"{(member.IsStatic ? scope.Class.Name : Author)}.{member.Name}{(member is IMethodSymbol ? "()" : "")}";

    private static bool Implements(INamedTypeSymbol type, string contract, ITypeSymbol value) => type.AllInterfaces.Any(implemented =>
        implemented.Is(contract) && SymbolEqualityComparer.Default.Equals(implemented.TypeArguments[0], value));

    private (IReadOnlyList<string>, IReadOnlyList<string>)? RejectName(
        IPropertySymbol property, AttributeData attribute, int place, string name)
    {
        Reject(ArgumentPlace(attribute, place) ?? SourceSpan.Of(property), property, $"there is no parameter '{name}'",
            Advice(name, NamedMembers.IsNumber) ?? "name a property of the class with nameof");
        return null;
    }

    private (IReadOnlyList<string>, IReadOnlyList<string>)? RejectArguments(
        IPropertySymbol property, INamedTypeSymbol indicator, List<(ITypeSymbol Type, string Code)> given)
    {
        string[] forms =
        [
            .. indicator.InstanceConstructors
                .Where(candidate => scope.CanUse(candidate) && candidate.Parameters.All(parameter => NamedMembers.IsNumber(parameter.Type)))
                .Select(candidate => $"({string.Join(", ", candidate.Parameters.Select(Text))})"),
        ];
        string types = string.Join(", ", given.Select(argument => argument.Type.ToDisplayString()));
        Reject(property, $"{indicator.Name} has no constructor that takes ({types})",
            forms.Length == 0 ? "return its specification from a member, and name that member" : $"pass {string.Join(" or ", forms)}");
        return null;
    }

    private string? Advice(string name, Func<ITypeSymbol, bool> fits) =>
        _members.Nearest(name, fits) is { } nearest ? $"did you mean nameof({nearest})?" : null;

    private static string Text(IParameterSymbol parameter) =>
        $"{parameter.Type.ToDisplayString()} {parameter.Name}{(parameter.HasExplicitDefaultValue ? " = …" : "")}";

    /// <summary>The location of an argument.</summary>
    private static SourceSpan? ArgumentPlace(AttributeData attribute, int place) =>
        attribute.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax { ArgumentList.Arguments: var arguments }
        && place < arguments.Count
            ? SourceSpan.Of(arguments[place].GetLocation())
            : null;

    private string? Reject(IPropertySymbol property, string why, string mend) => Reject(SourceSpan.Of(property), property, why, mend);

    private string? Reject(SourceSpan? place, IPropertySymbol property, string why, string mend)
    {
        scope.Report(Descriptors.InvalidIndicator, place, property.Name, why, mend);
        return null;
    }
}
