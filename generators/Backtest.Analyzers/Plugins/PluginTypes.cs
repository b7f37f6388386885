using Backtest.Generators.Contracts;
using Microsoft.CodeAnalysis;

namespace Backtest.Analyzers.Plugins;

/// <summary>Determines which types and methods of an assembly the host calls, from the contracts of all kinds.</summary>
internal sealed class PluginTypes
{
    private readonly HashSet<INamedTypeSymbol> _interfaces;
    private readonly HashSet<INamedTypeSymbol> _outside;
    private readonly HashSet<INamedTypeSymbol> _seldom; // interfaces that the host does not call for bars

    private PluginTypes(IReadOnlyList<PluginContract> contracts)
    {
        _interfaces = Interfaces(contracts);
        _outside = Interfaces(contracts.Where(contract => contract.MayReachOutside));
        _seldom = Interfaces(contracts.Where(contract => contract.MayReachOutside || !contract.IsCalledWithBars));
    }

    /// <summary>Whether all types that the host calls may use files, the network and threads.</summary>
    public bool AreAllOutside { get; private set; } = true;

    /// <summary>Finds the types that the host calls; <see langword="null"/> if the assembly has none.</summary>
    public static PluginTypes? Find(Compilation compilation, CancellationToken cancellation)
    {
        IReadOnlyList<PluginContract> contracts = PluginContract.Known(compilation);
        if (contracts.Count == 0)
            return null;
        var types = new PluginTypes(contracts);
        bool hasAny = false;
        foreach (INamedTypeSymbol type in TypesIn(compilation.Assembly.GlobalNamespace))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!types.IsCalled(type))
                continue;
            hasAny = true;
            types.AreAllOutside &= types.MayReachOutside(type);
        }

        return hasAny ? types : null;
    }

    /// <summary>Whether the host calls the method of a plugin by its name.</summary>
    public static bool IsHandler(IMethodSymbol method) => HandlerOf(method) is not null;

    /// <summary>Whether the host calls the method for every bar or turn: it may emit, or it implements an interface method with parameters.</summary>
    public bool IsCalledEachBar(IMethodSymbol method) => HandlerOf(method)?.MayEmit == true || method.ContainingType.AllInterfaces
        .Where(implemented => IsAny(implemented, _interfaces) && !IsAny(implemented, _seldom))
        .SelectMany(implemented => implemented.GetMembers(SimpleName(method)).OfType<IMethodSymbol>())
        .Any(member => member.Parameters.Length > 0 && SymbolEqualityComparer.Default.Equals(
            method.ContainingType.FindImplementationForInterfaceMember(member), method));

    /// <summary>Whether a symbol is in a class that may use files, the network and threads.</summary>
    public bool IsOutside(ISymbol place)
    {
        for (INamedTypeSymbol? type = place as INamedTypeSymbol ?? place.ContainingType; type is not null; type = type.ContainingType)
        {
            if (MayReachOutside(type))
                return true;
        }

        return false;
    }

    private bool IsCalled(INamedTypeSymbol type) => type.TypeKind is TypeKind.Class or TypeKind.Struct
        && (type.AllInterfaces.Any(implemented => _interfaces.Contains(implemented.OriginalDefinition)) || PluginContract.On(type).Any());

    private bool MayReachOutside(INamedTypeSymbol type) =>
        type.AllInterfaces.Any(implemented => _outside.Contains(implemented.OriginalDefinition))
        || PluginContract.On(type).Any(mark => mark.Contract.MayReachOutside);

    private static ContractHandler? HandlerOf(IMethodSymbol method) => !method.Name.StartsWith("On", StringComparison.Ordinal)
        ? null
        : PluginContract.On(method.ContainingType).Where(mark => mark.Contract.Type.TypeKind == TypeKind.Class)
            .Select(mark => new NodeContract(mark.Contract.Type).Find(method.Name)).FirstOrDefault(handler => handler is not null);

    private static bool IsAny(INamedTypeSymbol implemented, HashSet<INamedTypeSymbol> contracts) =>
        contracts.Contains(implemented.OriginalDefinition)
        || implemented.AllInterfaces.Any(inherited => contracts.Contains(inherited.OriginalDefinition));

    private static HashSet<INamedTypeSymbol> Interfaces(IEnumerable<PluginContract> contracts) => new(
        contracts.Select(contract => contract.Type).Where(type => type.TypeKind == TypeKind.Interface), SymbolEqualityComparer.Default);

    // The name of an explicit implementation includes its interface.
    private static string SimpleName(IMethodSymbol method) => method.Name.Substring(method.Name.LastIndexOf('.') + 1);

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container) => container.GetMembers()
        .OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => member is INamedTypeSymbol type ? TypesIn(member).Prepend(type) : TypesIn(member));
}
