using System.Collections.Concurrent;
using System.Collections.Immutable;
using Backtest.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Backtest.Analyzers.Banned;

/// <summary>Finds the ban on a symbol. Each type of the compilation is looked up by name once.</summary>
internal sealed class BannedApiLookup(ImmutableArray<BannedApi> apis)
{
    private readonly ILookup<string, BannedApi> _byType = apis.ToLookup(api => api.Type, StringComparer.Ordinal);

    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<BannedApi>> _known = new(SymbolEqualityComparer.Default);

    /// <summary>The ban on a member; <see langword="null"/> if it may be used.</summary>
    public BannedApi? Find(ISymbol member)
    {
        if (member.ContainingType is not { SpecialType: not SpecialType.System_Object } type)
            return null;
        foreach (BannedApi api in _known.GetOrAdd(type.OriginalDefinition, Read))
        {
            if (api.Members.IsEmpty || api.Members.Any(name => Names(name, member)))
                return api;
        }

        return null;
    }

    private ImmutableArray<BannedApi> Read(INamedTypeSymbol type)
    {
        var found = ImmutableArray.CreateBuilder<BannedApi>();
        for (INamedTypeSymbol? current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            found.AddRange(_byType[current.OriginalDefinition.FullName()]);
            found.AddRange(_byType[$"{current.ContainingNamespace.FullName()}.*"]);
        }

        return found.ToImmutable();
    }

    private static bool Names(string name, ISymbol member)
    {
        int bracket = name.IndexOf('(');
        if (bracket < 0)
            return member.Name == name;
        return string.CompareOrdinal(member.Name, 0, name, 0, Math.Max(member.Name.Length, bracket)) == 0
            && member is IMethodSymbol { Parameters: [var first, ..] }
            && string.CompareOrdinal(first.Name + ")", 0, name, bracket + 1, name.Length) == 0;
    }
}
