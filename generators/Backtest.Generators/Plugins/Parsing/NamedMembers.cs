using Backtest.Abstractions.Runtime;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Plugins.Parsing;

/// <summary>The members of a class that an indicator attribute may name: fields, properties and methods without parameters.</summary>
internal sealed class NamedMembers(INamedTypeSymbol @class, Compilation compilation)
{
    /// <summary>The member with a name; <see langword="null"/> if there is none.</summary>
    public ISymbol? Find(string name) => @class.SelfAndBases().SelectMany(type => type.GetMembers(name)).FirstOrDefault(CanBeNamed);

    /// <summary>The name that was probably intended, among members whose types fit; <see langword="null"/> if none is similar.</summary>
    public string? Nearest(string written, Func<ITypeSymbol, bool> fits) => NearestName.Find(
        written,
        @class.SelfAndBases().SelectMany(type => type.GetMembers())
            .Where(member => !member.IsImplicitlyDeclared && CanBeNamed(member) && fits(TypeOf(member)!))
            .Select(member => member.Name));

    /// <summary>The type of a member's value; <see langword="null"/> if the member has no value without arguments.</summary>
    public static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol { GetMethod: not null, IsIndexer: false } property => property.Type,
        IFieldSymbol { AssociatedSymbol: null } field => field.Type,
        IMethodSymbol { MethodKind: MethodKind.Ordinary, Parameters.Length: 0, ReturnsVoid: false, IsGenericMethod: false } method
            => method.ReturnType,
        _ => null,
    };

    /// <summary>Whether a value of the type may be an argument of an indicator's constructor.</summary>
    public static bool IsNumber(ITypeSymbol type) => type.TypeKind == TypeKind.Enum
        || type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Decimal
            or (>= SpecialType.System_SByte and <= SpecialType.System_Double);

    private bool CanBeNamed(ISymbol member) => TypeOf(member) is not null && compilation.IsSymbolAccessibleWithin(member, @class);
}
