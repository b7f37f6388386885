using Backtest.Generators.Containers.Model;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Containers.Parsing;

/// <summary>What an attribute says a handler reads.</summary>
/// <param name="Component">The class of the role it reads.</param>
/// <param name="Time">Which state of it.</param>
/// <param name="IsOfClass">Whether the attribute stands on the class, and so speaks for every handler.</param>
internal sealed record DeclaredRead(INamedTypeSymbol Component, ReadTime Time, bool IsOfClass)
{
    /// <summary>What a handler says it reads, and what its class says of all; the handler's word counts where both speak of one role.</summary>
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

    /// <summary>Whether a role is one it reads.</summary>
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
