using Backtest.Abstractions.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Backtest.Tests;

/// <summary>Compiles small plugin packages, whose listings are written by hand as the generator would write them.</summary>
internal sealed class PluginBuilder(string place)
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>A plugin's listing, by default of a strategy.</summary>
    public static string Listing(
        string id, int major = Abi.Major, int minor = Abi.Minor, string factory = "Factory", string kind = "strategy") =>
        $$"""[assembly: Plugin("{{kind}}", "{{id}}", typeof({{factory}}), {{major}}, {{minor}}, "Tries {{id}}.", "{}")]""";

    /// <summary>A factory whose descriptor takes its id from an expression.</summary>
    public static string Factory(string idExpression, string constructor = "", string kind = "strategy") => $$"""
        public sealed class Factory : PluginFactory
        {
            {{constructor}}
            public override PluginDescriptor Descriptor =>
                new() { Kind = new PluginKind("{{kind}}"), Id = {{idExpression}}, Type = typeof(Factory), Handlers = new HandlerDescription[0] };

            public override void Validate(Backtest.ParameterMap parameters, Backtest.BindingContext context, ParameterErrors errors) { }
        }
        """;

    /// <summary>Builds a package with one strategy.</summary>
    public string Strategy(string package, string id, string version = "1.2.3") => Package(package, $"""
        {Listing(id)}
        [assembly: System.Reflection.AssemblyInformationalVersion("{version}+abc")]
        {Factory($"\"{id}\"")}
        """);

    /// <summary>Builds a package from source.</summary>
    /// <param name="package">Its id.</param>
    /// <param name="source">Its source, after the usings.</param>
    /// <param name="library">A compiled library that it needs.</param>
    /// <returns>Its folder.</returns>
    public string Package(string package, string source, string? library = null)
    {
        string folder = Path.Combine(place, package);
        Directory.CreateDirectory(folder);
        MetadataReference[] references = library is null ? References : [.. References, MetadataReference.CreateFromFile(library)];
        Compile(Path.Combine(folder, package + ".dll"), "using Backtest.Abstractions.Runtime;\n" + source, references);
        if (library is not null)
            File.Copy(library, Path.Combine(folder, Path.GetFileName(library)));
        File.WriteAllText(Path.Combine(folder, package + ".deps.json"), Dependencies(package, library));
        return folder;
    }

    /// <summary>Compiles a library.</summary>
    public static string Library(string path, string source)
    {
        Compile(path, source, References);
        return path;
    }

    private static void Compile(string path, string source, IEnumerable<MetadataReference> references)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        CSharpCompilation compilation = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(path),
            [CSharpSyntaxTree.ParseText(source)],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        EmitResult result = compilation.Emit(path);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
    }

    private static string Dependencies(string package, string? library)
    {
        string entry = library is null
            ? ""
            : $$""", "Library/1.0.0": { "runtime": { "lib/net10.0/{{Path.GetFileName(library)}}": {} } }""";
        string name = library is null ? "" : """, "Library/1.0.0": { "type": "package", "serviceable": true, "sha512": "" }""";
        return $$"""
            {
              "runtimeTarget": { "name": ".NETCoreApp,Version=v10.0", "signature": "" },
              "targets": { ".NETCoreApp,Version=v10.0": { "{{package}}/1.0.0": { "runtime": { "{{package}}.dll": {} } }{{entry}} } },
              "libraries": { "{{package}}/1.0.0": { "type": "project", "serviceable": false, "sha512": "" }{{name}} }
            }
            """;
    }
}
