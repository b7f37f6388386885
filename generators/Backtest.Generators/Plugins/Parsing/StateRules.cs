using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backtest.Generators.Plugins.Parsing;

/// <summary>Says whether an author's instance can hold anything that changes.</summary>
internal static class StateRules
{
    /// <summary>
    /// Whether all an instance holds is set when it is made, and is a value or a text: then a call cannot see that there was another one.
    /// What may be changeable counts as changeable.
    /// </summary>
    public static bool IsStateless(INamedTypeSymbol @class) =>
        @class.BaseType is { SpecialType: SpecialType.System_Object }
        && !@class.InstanceConstructors.Any(constructor => constructor.Parameters.Length > 0)
        && @class.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic).All(IsFixed);

    private static bool IsFixed(IFieldSymbol field)
    {
        bool isValue = field.Type.IsUnmanagedType || field.Type.SpecialType == SpecialType.System_String;
        return isValue && field.AssociatedSymbol switch
        {
            null => field.IsReadOnly,
            IPropertySymbol property => property.SetMethod is null or { IsInitOnly: true } && IsAutomatic(property),
            _ => false,
        };
    }

    /// <summary>Whether no code of the author's stands between a property and what it keeps.</summary>
    private static bool IsAutomatic(IPropertySymbol property) => property.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax()).OfType<PropertyDeclarationSyntax>()
        .All(declaration => declaration.ExpressionBody is null
            && declaration.AccessorList?.Accessors.All(accessor => accessor.Body is null && accessor.ExpressionBody is null) != false);
}
