using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Backtest.Abstractions.Runtime;
using Backtest.Hosting;

namespace Backtest.Testing;

/// <summary>
/// A plugin folder made from an assembly a test refers to: the assembly, the files next to it that it needs, and a dependency file.
/// </summary>
internal sealed class PluginStage : IDisposable
{
    private const string NoDependencies = """
        {"runtimeTarget": {"name": ".NETCoreApp,Version=v10.0"}, "targets": {".NETCoreApp,Version=v10.0": {}}}
        """;

    private readonly DirectoryInfo _directory;

    private PluginStage(DirectoryInfo directory, PluginChoice choice)
    {
        _directory = directory;
        Origin = new PluginOrigin(choice, Shared);
    }

    /// <summary>What plugins share with the host: abstractions and indicators.</summary>
    public static IReadOnlyList<Assembly> Shared => [typeof(BarEvent).Assembly, typeof(SimpleMovingAverage).Assembly];

    public PluginOrigin Origin { get; }

    /// <summary>Stages a plugin; <see langword="null"/> if its assembly has no file, or does not list it.</summary>
    public static PluginStage? Of(PluginFactory factory)
    {
        string assembly = factory.GetType().Assembly.Location;
        if (assembly.Length == 0 || PluginFactories.Listing(factory) is not { } listing)
            return null;
        DirectoryInfo directory = Directory.CreateTempSubdirectory("backtest-conformance-");
        string id = Path.GetFileNameWithoutExtension(assembly);
        string package = directory.CreateSubdirectory(id).FullName;
        Copy(assembly, package);
        File.WriteAllText(Path.Combine(package, $"{id}.deps.json"), NoDependencies);
        var place = new PluginFolder(directory.FullName, "conformance", MustExist: true);
        PluginCatalog catalog = PluginCatalog.Scan(new PluginFolders([place]));
        PluginChoice? choice = catalog.Plugins.FirstOrDefault(plugin => plugin.Listing.Factory == listing.Factory.FullName);
        if (choice is not null)
            return new PluginStage(directory, choice);
        directory.Delete(recursive: true);
        return null;
    }

    public void Dispose()
    {
        try
        {
            _directory.Delete(recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is in the system's temporary folder, which is cleaned up eventually.
        }
    }

    /// <summary>Copies an assembly and everything next to it that it refers to, except what is shared.</summary>
    private static void Copy(string assembly, string target)
    {
        string source = Path.GetDirectoryName(assembly)!;
        var pending = new Queue<string>([assembly]);
        var seen = new HashSet<string>(Shared.Select(shared => shared.GetName().Name!), StringComparer.OrdinalIgnoreCase);
        while (pending.TryDequeue(out string? file))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
            string symbols = Path.ChangeExtension(file, ".pdb");
            if (File.Exists(symbols))
                File.Copy(symbols, Path.Combine(target, Path.GetFileName(symbols)));
            foreach (string name in References(file).Where(seen.Add))
            {
                string dependency = Path.Combine(source, $"{name}.dll");
                if (File.Exists(dependency) && dependency != assembly)
                    pending.Enqueue(dependency);
            }
        }
    }

    private static string[] References(string file)
    {
        using var image = new PEReader(File.OpenRead(file));
        if (!image.HasMetadata)
            return [];
        MetadataReader metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
