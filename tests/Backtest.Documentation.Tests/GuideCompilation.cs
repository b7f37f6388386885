using System.Collections.Immutable;
using Backtest.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Backtest.Tests;

/// <summary>Compiles sources as a plugin project would: with the generators, against the host's and its packages' assemblies.</summary>
internal static class GuideCompilation
{
    private static readonly CSharpParseOptions Parsing = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp14);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Backtest.Documentation", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The errors of the compiler and the generators; warnings are left to readers who copy the code.</summary>
    public static IReadOnlyList<Diagnostic> Errors(params IEnumerable<string> sources)
    {
        (Compilation output, ImmutableArray<Diagnostic> reported) = Run(sources);
        return [.. reported.Concat(output.GetDiagnostics()).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
    }

    /// <summary>The code generated for the sources of a folder, line by line and trimmed.</summary>
    public static IReadOnlySet<string> GeneratedLines(string folder)
    {
        string[] sources =
        [
            .. Directory.EnumerateFiles(Repository.Path(folder), "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                .Select(File.ReadAllText),
        ];
        (Compilation output, _) = Run(sources);
        return output.SyntaxTrees.Skip(sources.Length)
            .SelectMany(tree => tree.ToString().Split('\n'))
            .Select(line => line.Trim())
            .ToHashSet(StringComparer.Ordinal);
    }

    private static (Compilation Output, ImmutableArray<Diagnostic> Reported) Run(IEnumerable<string> sources)
    {
        var compilation = CSharpCompilation.Create(
            "Guide",
            sources.Select(source => CSharpSyntaxTree.ParseText(source, Parsing)),
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new PluginGenerator().AsSourceGenerator(), new ContainerGenerator().AsSourceGenerator()], parseOptions: Parsing)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> reported);
        return (output, reported);
    }
}
