using System.Globalization;
using Backtest.Generators.Plugins.Model;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backtest.Generators.Plugins.Parsing;

/// <summary>The default value of a property, if its initializer is constant.</summary>
/// <param name="Json">The default as JSON.</param>
/// <param name="Numbers">The numbers in it.</param>
internal sealed record DefaultValue(string Json, IReadOnlyList<double> Numbers)
{
    /// <summary>The default of a property; <see langword="null"/> if it is not known at compile time.</summary>
    public static DefaultValue? Of(IPropertySymbol property, ParameterType type, Compilation compilation)
    {
        if (property.DeclaringSyntaxReferences is not [var reference] || reference.GetSyntax() is not PropertyDeclarationSyntax syntax)
            return null;
        if (syntax.Initializer is { Value: { } initializer })
            return Of(initializer, type, compilation.GetSemanticModel(syntax.SyntaxTree));
        return type switch
        {
            NullableType => new DefaultValue("null", []),
            NumberType => new DefaultValue("0", [0]),
            BooleanType => new DefaultValue("false", []),
            EnumType => OfEnum(property.Type, (EnumType)type, 0),
            _ => null,
        };
    }

    private static DefaultValue? Of(ExpressionSyntax expression, ParameterType type, SemanticModel semantics)
    {
        if (type is NullableType nullable)
        {
            return semantics.GetConstantValue(expression) is { HasValue: true, Value: null }
                ? new DefaultValue("null", [])
                : Of(expression, nullable.Inner, semantics);
        }

        if (type is ListType list)
            return OfList(expression, list.Item, semantics);
        if (semantics.GetConstantValue(expression) is not { HasValue: true, Value: { } value })
            return null;
        return (type, value) switch
        {
            (EnumType words, _) when semantics.GetTypeInfo(expression).Type is { } symbol => OfEnum(symbol, words, value),
            (BooleanType, bool flag) => new DefaultValue(flag ? "true" : "false", []),
            (TextType, string text) => new DefaultValue(JsonWriter.Quote(text), []),
            (NumberType, IConvertible number) => OfNumber(number),
            _ => null,
        };
    }

    private static DefaultValue? OfList(ExpressionSyntax expression, ParameterType item, SemanticModel semantics)
    {
        if (expression is not CollectionExpressionSyntax collection)
            return null;
        var items = new List<DefaultValue>();
        foreach (CollectionElementSyntax element in collection.Elements)
        {
            if (element is not ExpressionElementSyntax { Expression: { } inner } || Of(inner, item, semantics) is not { } value)
                return null;
            items.Add(value);
        }

        return new DefaultValue($"[{string.Join(", ", items.Select(value => value.Json))}]", [.. items.SelectMany(value => value.Numbers)]);
    }

    private static DefaultValue? OfEnum(ITypeSymbol symbol, EnumType type, object value)
    {
        string? member = symbol.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(field => field.HasConstantValue && Convert.ToInt64(field.ConstantValue, CultureInfo.InvariantCulture)
                == Convert.ToInt64(value, CultureInfo.InvariantCulture))?.Name;
        return type.Words.FirstOrDefault(word => word.Member == member) is { } found
            ? new DefaultValue(JsonWriter.Quote(found.Word), [])
            : null;
    }

    private static DefaultValue? OfNumber(IConvertible number)
    {
        double value = number.ToDouble(CultureInfo.InvariantCulture);
        if (double.IsNaN(value) || double.IsInfinity(value))
            return null;
        string text = number is decimal exact ? exact.ToString(CultureInfo.InvariantCulture) : Bounds.Text(value);
        return new DefaultValue(text, [value]);
    }
}
