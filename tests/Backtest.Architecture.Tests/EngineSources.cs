using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Backtest.Tests;

/// <summary>The engine's sources, compiled without generated code, which belongs to the same folders as the code it is generated for.</summary>
internal sealed class EngineSources
{
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.Linq; global using System.IO; "
        + "global using System.Threading; global using System.Threading.Tasks;";

    private readonly string _root = Path.Combine(Repository.Root, "src", "Backtest.Engine");

    /// <summary>Reads and compiles the sources.</summary>
    private EngineSources()
    {
        IEnumerable<string> files = Directory.EnumerateDirectories(_root)
            .Where(folder => Path.GetFileName(folder) is not ("bin" or "obj"))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories));
        IEnumerable<string> references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(reference => Path.GetFileName(reference) != "Backtest.Engine.dll");
        Compilation = CSharpCompilation.Create(
            "Backtest.Engine",
            [CSharpSyntaxTree.ParseText(ImplicitUsings, path: ""), .. files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: file))],
            references.Select(reference => MetadataReference.CreateFromFile(reference)));
    }

    /// <summary>The present sources, read once for all tests.</summary>
    public static EngineSources Current { get; } = new();

    /// <summary>The compilation of all sources.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>The files.</summary>
    public IEnumerable<SyntaxTree> Trees => Compilation.SyntaxTrees.Where(tree => tree.FilePath.Length > 0);

    /// <summary>The folder of a file, such as <c>Execution</c>.</summary>
    public string FolderOf(SyntaxTree tree) => Path.GetRelativePath(_root, tree.FilePath).Split(Path.DirectorySeparatorChar)[0];

    /// <summary>The folder that declares a type, or <see langword="null"/> if none of these does.</summary>
    public string? FolderOf(INamedTypeSymbol? type) =>
        type?.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree is { FilePath.Length: > 0 } tree ? FolderOf(tree) : null;
}
