using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Backtest.Tests;

/// <summary>The folders of the engine's sources, and which of them use the types of which.</summary>
internal sealed class EngineFolders
{
    private readonly string _root = Path.Combine(Repository.Root, "src", "Backtest.Engine");
    private readonly CSharpCompilation _sources;

    /// <summary>Reads the sources. What generators add to them is left out: it lies beside what it is generated for.</summary>
    public EngineFolders()
    {
        IEnumerable<string> files = Directory.EnumerateDirectories(_root)
            .Where(folder => Path.GetFileName(folder) is not ("bin" or "obj"))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories));
        IEnumerable<string> references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(reference => Path.GetFileName(reference) != "Backtest.Engine.dll");
        _sources = CSharpCompilation.Create(
            "Backtest.Engine",
            [CSharpSyntaxTree.ParseText(ImplicitUsings, path: ""), .. files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: file))],
            references.Select(reference => MetadataReference.CreateFromFile(reference)));
    }

    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.Linq; global using System.IO; "
        + "global using System.Threading; global using System.Threading.Tasks;";

    /// <summary>The arrows: for each folder the others it uses.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Arrows()
    {
        var arrows = new SortedDictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (SyntaxTree tree in _sources.SyntaxTrees.Where(tree => tree.FilePath.Length > 0))
        {
            string folder = FolderOf(tree);
            if (!arrows.TryGetValue(folder, out IReadOnlySet<string>? used))
                arrows.Add(folder, used = new SortedSet<string>(StringComparer.Ordinal));
            SemanticModel semantics = _sources.GetSemanticModel(tree);
            foreach (SimpleNameSyntax name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (semantics.GetSymbolInfo(name).Symbol is { } symbol && Home(symbol) is { } home && home != folder)
                    ((SortedSet<string>)used).Add(home);
            }
        }

        return arrows;
    }

    /// <summary>The folder a symbol's type is declared in; <see langword="null"/>: in none of these.</summary>
    private string? Home(ISymbol symbol)
    {
        INamedTypeSymbol? type = symbol as INamedTypeSymbol ?? (symbol is IMethodSymbol or IPropertySymbol or IFieldSymbol ? symbol.ContainingType : null);
        return type?.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree is { FilePath.Length: > 0 } tree ? FolderOf(tree) : null;
    }

    private string FolderOf(SyntaxTree tree) => Path.GetRelativePath(_root, tree.FilePath).Split(Path.DirectorySeparatorChar)[0];
}
