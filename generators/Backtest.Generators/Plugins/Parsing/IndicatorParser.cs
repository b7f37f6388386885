using Backtest.Generators.Contracts;
using Backtest.Generators.Diagnostics;
using Backtest.Generators.Model;
using Backtest.Generators.Plugins.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Backtest.Generators.Text;

namespace Backtest.Generators.Plugins.Parsing;

/// <summary>Reads the partial properties that read indicators.</summary>
internal sealed class IndicatorParser(PluginScope scope)
{
    private readonly SpecificationParser _specifications = new(scope);
    private readonly TimeframeParser _timeframes = new(scope);

    private bool ReadsEachSymbol => scope.Node?.ReadsEachSymbol == true;

    /// <summary>The indicators, in declaration order.</summary>
    public EquatableArray<IndicatorModel> Parse() => new(scope.Class.GetMembers().OfType<IPropertySymbol>()
        .Select(property => (Property: property, Attribute: property.Attribute("Backtest.IndicatorAttribute")))
        .Where(pair => pair.Attribute is not null)
        .Select(pair => Read(pair.Property, pair.Attribute!))
        .OfType<IndicatorModel>());

    private IndicatorModel? Read(IPropertySymbol property, AttributeData attribute)
    {
        if (!property.IsPartialDefinition)
        {
            scope.Report(Descriptors.MissingPartial, property, property.Name, "its getter", "the property, and write it '{ get; }'");
            return null;
        }

        if (scope.Node?.ReadsIndicators != true || scope.Form == PluginForm.Container)
            return Reject(property, $"{scope.AnyKind} cannot read indicators", "let a strategy read it, or compute it from the bars of the class");
        if (property.IsStatic || property.SetMethod is not null || property.IsIndexer)
            return Reject(property, "it must be an instance property with only a getter", "write it '{ get; }'");
        if (ShapeOf(property.Type) is not var (shape, value))
        {
            return ReadsEachSymbol
                ? Reject(property, $"{scope.AnyKind} reads every instrument", "make it PerSymbol<T> or IReadOnlyList<PerSymbol<T>>")
                : Reject(property, "it must return what the indicator returns, a number or a struct of numbers",
                    "make it double, or the indicator's struct");
        }

        int offset = attribute.Argument("Offset", 0);
        if (offset < 0)
            return Reject(property, "an offset below zero would read the future", "set Offset to 0 or more");
        string? specification = attribute.AttributeClass!.IsGenericType
            ? _specifications.OfType(property, attribute, shape, value)
            : _specifications.OfMember(property, attribute, shape);
        if (specification is null)
            return null;
        string on = "";
        if (attribute.Argument("Timeframe", (string?)null) is { } text)
        {
            if (_timeframes.Parse(property, text) is not { } timeframe)
                return null;
            on = $".On({timeframe})";
        }

        if ((offset > 0 || on.Length > 0) && shape == IndicatorShape.PerSymbolList)
        {
            return Reject(property, "the offset and timeframe of several indicators belong in their specifications",
                "use '.Ago(bars)' and '.On(timeframe)' there");
        }

        string ago = offset > 0 ? $".Ago({offset})" : "";
        return new IndicatorModel(
            property.Name, ModifiersOf(property), scope.Names.Of(value), scope.TakeName($"_{Words.CamelCase(property.Name)}"), shape,
            $"{specification}{on}{ago}", ReadingsOf(property.Name, value));
    }

    private static EquatableArray<IndicatorReading> ReadingsOf(string property, ITypeSymbol value)
    {
        string name = Words.SnakeCase(property);
        return value.SpecialType == SpecialType.System_Double
            ? new([new IndicatorReading(name, "")])
            : new(value.GetMembers().OfType<IPropertySymbol>()
                .Where(member => member is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsIndexer: false })
                .Where(member => member.Type.SpecialType == SpecialType.System_Double)
                .Select(member => new IndicatorReading($"{name}.{Words.SnakeCase(member.Name)}", $".{member.Name}")));
    }

    private (IndicatorShape Shape, ITypeSymbol Value)? ShapeOf(ITypeSymbol type) => (ReadsEachSymbol, type) switch
    {
        (true, INamedTypeSymbol { TypeArguments: [var value] }) when type.Is("Backtest.PerSymbol")
            => (IndicatorShape.PerSymbol, value),
        (true, INamedTypeSymbol { TypeArguments: [INamedTypeSymbol { TypeArguments: [var value] } item] })
            when type.Is("System.Collections.Generic.IReadOnlyList") && item.Is("Backtest.PerSymbol")
            => (IndicatorShape.PerSymbolList, value),
        (false, { IsValueType: true, IsRefLikeType: false }) when !type.Is("Backtest.PerSymbol")
            => (IndicatorShape.Value, type),
        _ => null,
    };

    /// <summary>The modifiers of a property, as written.</summary>
    public static string ModifiersOf(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences[0].GetSyntax() is PropertyDeclarationSyntax syntax
            ? string.Join(" ", syntax.Modifiers.Select(modifier => modifier.Text))
            : "partial";

    private IndicatorModel? Reject(IPropertySymbol property, string why, string mend)
    {
        scope.Report(Descriptors.InvalidIndicator, property, property.Name, why, mend);
        return null;
    }
}
