using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Generators.Containers.Parsing;

/// <summary>A handler of a role.</summary>
/// <param name="Method">The method.</param>
/// <param name="Stage">The stage of the event it handles.</param>
/// <param name="IsDelayed">Whether its events wait for the next turn.</param>
/// <param name="RunsAfterFault">Whether it still runs once the container has faulted.</param>
/// <param name="Reads">The reads of other roles it declares.</param>
internal sealed record Handler(IMethodSymbol Method, int Stage, bool IsDelayed, bool RunsAfterFault, IReadOnlyList<DeclaredRead> Reads)
{
    /// <summary>The event it handles.</summary>
    public ITypeSymbol Event => Method.Parameters[0].Type;

    /// <summary>Whether it takes the event by reference.</summary>
    public bool IsIn => Method.Parameters[0].RefKind != RefKind.None;

    /// <summary>The parameters after the event.</summary>
    public IEnumerable<IParameterSymbol> Arguments => Method.Parameters.Skip(1);

    /// <summary>The parameters it emits through.</summary>
    public IEnumerable<IParameterSymbol> Emitters => Arguments.Where(argument => EventTypes.EmittedBy(argument.Type).Count > 0);

    /// <summary>The events it may emit.</summary>
    public IEnumerable<INamedTypeSymbol> Emits =>
        Emitters.SelectMany(emitter => EventTypes.EmittedBy(emitter.Type)).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default);

    /// <summary>The method with its class, for messages.</summary>
    public string FullName => $"{Method.ContainingType.Name}.{Method.Name}";

    /// <summary>Whether it handles an event.</summary>
    public bool Handles(ITypeSymbol @event) => SymbolEqualityComparer.Default.Equals(Event, @event);
}
