using System.Globalization;
using Backtest.Generators.Model;
using Backtest.Generators.Plugins.Model;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backtest.Generators.Plugins.Parsing;

/// <summary>Reads the unimplemented partial properties of a class with errors, whatever the errors are.</summary>
internal static class FallbackParser
{
    /// <summary>
    /// The model of the generated code; <see langword="null"/> if nothing is missing, or if nothing can be generated for the class.
    /// </summary>
    public static FallbackModel? Parse(INamedTypeSymbol @class, CancellationToken cancellation)
    {
        FallbackProperty[] properties =
        [
            .. @class.GetMembers().OfType<IPropertySymbol>()
                .Where(property => property is { IsPartialDefinition: true, PartialImplementationPart: null } && IsOurs(property))
                .Select(property => Read(property, cancellation)),
        ];
        INamedTypeSymbol[] types = [.. Outward(@class).Reverse()];
        return properties.Length == 0 || !types.All(type => IsPartial(type, cancellation)) ? null : new FallbackModel
        {
            HintName = HintName(@class, types.Sum(type => type.Arity)),
            Namespace = @class.ContainingNamespace.IsGlobalNamespace ? "" : @class.ContainingNamespace.FullName(),
            Types = new EquatableArray<string>(types.Select(Declaration)),
            Properties = new EquatableArray<FallbackProperty>(properties),
        };
    }

    // A class and a class of the same name with type parameters get separate files.
    private static string HintName(INamedTypeSymbol @class, int arity) =>
        arity == 0 ? HintNames.Of(@class) : $"{arity.ToString(CultureInfo.InvariantCulture)}.{HintNames.Of(@class)}";

    private static bool IsOurs(IPropertySymbol property) =>
        property.Attribute("Backtest.IndicatorAttribute") is not null || property.Attribute("Backtest.BarsAttribute") is not null;

    private static IEnumerable<INamedTypeSymbol> Outward(INamedTypeSymbol @class)
    {
        for (INamedTypeSymbol? type = @class; type is not null; type = type.ContainingType)
            yield return type;
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation) => !type.IsFileLocal
        && type.DeclaringSyntaxReferences.All(part =>
            part.GetSyntax(cancellation) is TypeDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static string Declaration(INamedTypeSymbol type)
    {
        string arguments = type.Arity == 0 ? "" : $"<{string.Join(", ", type.TypeParameters.Select(parameter => parameter.Name))}>";
        string keyword = (type.IsRecord, type.TypeKind) switch
        {
            (true, TypeKind.Struct) => "record struct",
            (true, _) => "record",
            (_, TypeKind.Struct) => "struct",
            (_, TypeKind.Interface) => "interface",
            _ => "class",
        };
        return $"partial {keyword} {type.Name}{arguments}";
    }

    private static FallbackProperty Read(IPropertySymbol property, CancellationToken cancellation)
    {
        var syntax = (BasePropertyDeclarationSyntax)property.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        string modifiers = string.Join(" ", syntax.Modifiers.Select(modifier => modifier.Text));
        string name = property.IsIndexer
            ? $"this[{string.Join(", ", property.Parameters.Select(parameter => $"{Full(parameter.Type)} {parameter.Name}"))}]"
            : property.Name;
        AccessorDeclarationSyntax? setter = syntax.AccessorList?.Accessors
            .FirstOrDefault(accessor => !accessor.IsKind(SyntaxKind.GetAccessorDeclaration));
        return new FallbackProperty(
            $"{modifiers} {Full(property.Type)} {name}",
            setter is null ? "" : string.Join(" ", setter.Modifiers.Select(modifier => modifier.Text).Append(setter.Keyword.Text)));
    }

    private static string Full(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));
}
