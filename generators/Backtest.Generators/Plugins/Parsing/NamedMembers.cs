using Backtest.Abstractions.Runtime;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Plugins.Parsing;

/// <summary>The members of a class that an indicator attribute may name: fields, properties and methods without parameters.</summary>
internal sealed class NamedMembers(INamedTypeSymbol @class, Compilation compilation)
{
    /// <summary>The member of this name, if there is one.</summary>
    public ISymbol? Find(string name) => @class.SelfAndBases().SelectMany(type => type.GetMembers(name)).FirstOrDefault(CanBeNamed);

    /// <summary>The name probably meant, of those whose members fit; <see langword="null"/>: none is near.</summary>
    public string? Nearest(string written, Func<ITypeSymbol, bool> fits) => NearestName.Find(
        written,
        @class.SelfAndBases().SelectMany(type => type.GetMembers())
            .Where(member => !member.IsImplicitlyDeclared && CanBeNamed(member) && fits(TypeOf(member)!))
            .Select(member => member.Name));

    /// <summary>What a member yields; <see langword="null"/>: it yields nothing by its name alone.</summary>
    public static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol { GetMethod: not null, IsIndexer: false } property => property.Type,
        IFieldSymbol { AssociatedSymbol: null } field => field.Type,
        IMethodSymbol { MethodKind: MethodKind.Ordinary, Parameters.Length: 0, ReturnsVoid: false, IsGenericMethod: false } method
            => method.ReturnType,
        _ => null,
    };

    /// <summary>Whether an indicator's constructor may take a value of the type.</summary>
    public static bool IsNumber(ITypeSymbol type) => type.TypeKind == TypeKind.Enum
        || type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Decimal
            or (>= SpecialType.System_SByte and <= SpecialType.System_Double);

    private bool CanBeNamed(ISymbol member) => TypeOf(member) is not null && compilation.IsSymbolAccessibleWithin(member, @class);
}
