using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backtest.Generators.Plugins.Parsing;

/// <summary>Determines whether an author's instance may have mutable state.</summary>
internal static class StateRules
{
    /// <summary>
    /// Whether all state of an instance is set when it is created and consists of values or strings, so that a call cannot detect an earlier one. A
    /// type that may be mutable counts as mutable.
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

    /// <summary>Whether a property is auto-implemented, without code of the author.</summary>
    private static bool IsAutomatic(IPropertySymbol property) => property.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax()).OfType<PropertyDeclarationSyntax>()
        .All(declaration => declaration.ExpressionBody is null
            && declaration.AccessorList?.Accessors.All(accessor => accessor.Body is null && accessor.ExpressionBody is null) != false);
}
