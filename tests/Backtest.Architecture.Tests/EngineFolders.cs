using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backtest.Tests;

/// <summary>The folders of the engine's sources, and which of them use types of which others.</summary>
internal sealed class EngineFolders(EngineSources sources)
{
    /// <summary>The arrows: the other folders that each folder uses.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Arrows()
    {
        var arrows = new SortedDictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (SyntaxTree tree in sources.Trees)
        {
            string folder = sources.FolderOf(tree);
            if (!arrows.TryGetValue(folder, out IReadOnlySet<string>? used))
                arrows.Add(folder, used = new SortedSet<string>(StringComparer.Ordinal));
            SemanticModel semantics = sources.Compilation.GetSemanticModel(tree);
            foreach (SimpleNameSyntax name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (semantics.GetSymbolInfo(name).Symbol is { } symbol && Home(symbol) is { } home && home != folder)
                    ((SortedSet<string>)used).Add(home);
            }
        }

        return arrows;
    }

    /// <summary>The folder that declares a symbol's type, or <see langword="null"/> if none of these does.</summary>
    private string? Home(ISymbol symbol) => sources.FolderOf(
        symbol as INamedTypeSymbol ?? (symbol is IMethodSymbol or IPropertySymbol or IFieldSymbol ? symbol.ContainingType : null));
}
