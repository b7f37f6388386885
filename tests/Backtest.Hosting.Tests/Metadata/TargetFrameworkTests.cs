using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Backtest.Tests.Metadata;

public sealed class TargetFrameworkTests : IDisposable
{
    private const string Version =
        "namespace System.Reflection { public sealed class AssemblyVersionAttribute : System.Attribute { public AssemblyVersionAttribute(string version) { } } }";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(".NETCoreApp,Version=v99.0", ".NET 99.0")]
    [InlineData(".NETFramework,Version=v4.8", ".NET Framework 4.8")]
    [InlineData(".NETFramework,Version=v4.0,Profile=Client", ".NET Framework 4.0")]
    [InlineData("Silverlight,Version=v5.0", "Silverlight 5.0")]
    public void A_plugin_built_for_another_framework_says_which_and_what_the_host_runs(string name, string text)
    {
        InputError problem = Assert.Single(Problems(name));

        Assert.Equal("plugin_framework", problem.Code);
        Assert.Contains($"built for {text};", problem.Message);
        Assert.Contains($"runs on .NET {Environment.Version.Major}.{Environment.Version.Minor}", problem.Message);
    }

    [Theory]
    [InlineData(".NETCoreApp,Version=v8.0")]
    [InlineData(".NETCoreApp,Version=v10.0")]
    [InlineData(".NETStandard,Version=v2.0")]
    [InlineData("no framework at all")]
    public void A_plugin_built_for_what_the_host_can_run_is_no_problem(string name) => Assert.Empty(Problems(name));

    [Theory]
    [InlineData("System.Runtime", "99.0.0.0", ".NET 99.0")]
    [InlineData("mscorlib", "4.0.0.0", ".NET Framework 4.0")]
    public void Without_an_attribute_the_core_library_tells(string core, string version, string text)
    {
        const string Types = """
            namespace System
            {
                public class Object { }
                public abstract class ValueType { }
                public struct Void { }
                public class String { }
                public struct Boolean { }
                public struct Int32 { }
                public abstract class Enum : ValueType { }
                public class Attribute { }
                public enum AttributeTargets { All }
                public sealed class AttributeUsageAttribute : Attribute
                {
                    public AttributeUsageAttribute(AttributeTargets targets) { }
                    public bool AllowMultiple { get => false; set { } }
                    public bool Inherited { get => false; set { } }
                }
            }
            """;
        MetadataReference library = Compile(core, $"[assembly: System.Reflection.AssemblyVersion(\"{version}\")] {Types} {Version}");
        Directory.CreateDirectory(_folder.Combine("Acme.Cross"));
        Compile("Acme.Cross", "public class Cross { }", library, _folder.Combine("Acme.Cross", "Acme.Cross.dll"));

        InputError problem = Assert.Single(Assert.Single(Catalogs.Scan(_folder.Path).Packages).Problems);

        Assert.Contains($"built for {text};", problem.Message);
    }

    private IReadOnlyList<InputError> Problems(string framework)
    {
        string attribute = $"[assembly: System.Runtime.Versioning.TargetFramework(\"{framework}\")]";
        new PluginBuilder(_folder.Path).Package(
            "Acme.Cross", PluginBuilder.Listing("cross") + attribute + PluginBuilder.Factory("\"cross\""));
        return Assert.Single(Catalogs.Scan(_folder.Path).Packages).Problems;
    }

    private static PortableExecutableReference Compile(string name, string source, MetadataReference? reference = null, string? path = null)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            name, [CSharpSyntaxTree.ParseText(source)], reference is null ? [] : [reference],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using MemoryStream stream = new();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(stream);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        if (path is not null)
            File.WriteAllBytes(path, stream.ToArray());
        return MetadataReference.CreateFromImage(stream.ToArray());
    }
}
