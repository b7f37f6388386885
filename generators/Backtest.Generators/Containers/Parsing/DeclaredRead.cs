using Backtest.Generators.Containers.Model;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Containers.Parsing;

/// <summary>A read that an attribute declares for a handler.</summary>
/// <param name="Component">The class of the role that is read.</param>
/// <param name="Time">The state that is read.</param>
/// <param name="IsOfClass">Whether the attribute is on the class, and so applies to every handler.</param>
internal sealed record DeclaredRead(INamedTypeSymbol Component, ReadTime Time, bool IsOfClass)
{
    /// <summary>The reads declared by a handler and by its class. If both declare a read of one role, that of the handler takes precedence.</summary>
    public static IReadOnlyList<DeclaredRead> Of(INamedTypeSymbol component, IMethodSymbol handler)
    {
        List<DeclaredRead> reads = [.. On(handler, isOfClass: false)];
        foreach (DeclaredRead read in component.SelfAndBases().SelectMany(type => On(type, isOfClass: true)))
        {
            if (!reads.Any(other => SymbolEqualityComparer.Default.Equals(other.Component, read.Component)))
                reads.Add(read);
        }

        return reads;
    }

    /// <summary>Whether the read is of a role.</summary>
    public bool IsOf(Role role) => role.IsPlayedBy(Component);

    private static IEnumerable<DeclaredRead> On(ISymbol symbol, bool isOfClass)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { TypeArguments: [INamedTypeSymbol role] } type && type.Is("Backtest.ReadsAttribute")
                && attribute.ConstructorArguments is [{ Value: int time }])
                yield return new DeclaredRead(role, (ReadTime)time, isOfClass);
        }
    }
}
