using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Backtest.Hosting;

/// <summary>Reads a package folder without loading any of it.</summary>
internal static class PackageReader
{
    /// <summary>Reads a folder; its errors are added to the package's problems.</summary>
    public static PluginPackage Read(string directory, PluginFolder place)
    {
        PluginPackage package = new() { Id = Path.GetFileName(directory), Directory = directory, Place = place };
        try
        {
            IReadOnlyList<string> links = PackageContent.FolderLinks(directory);
            if (!File.Exists(package.AssemblyPath))
                return package with { Problems = [PackageProblem.NoAssembly(package)] };
            return links.Count > 0
                ? package with { Problems = [.. links.Select(link => PackageProblem.FolderLink(package, link))] }
                : ReadAssembly(package);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return package with { Problems = [PackageProblem.UnreadableFolder(package, exception.Message)] };
        }
    }

    private static PluginPackage ReadAssembly(PluginPackage package)
    {
        TargetFramework? framework;
        try
        {
            using FileStream file = File.OpenRead(package.AssemblyPath);
            using PEReader image = new(file);
            MetadataReader metadata = image.GetMetadataReader();
            package = package with { Version = AssemblyMetadata.Version(metadata), Plugins = AssemblyMetadata.Plugins(metadata) };
            framework = TargetFramework.Read(metadata);
            if (!BinaryFile.IsWhole(image.PEHeaders, file.Length))
                return package with { Problems = [PackageProblem.CutShort(package, package.Id + ".dll")] };
        }
        catch (Exception exception) when (exception is BadImageFormatException or InvalidOperationException or OverflowException)
        {
            return package with { Problems = [PackageProblem.NotAnAssembly(package)] };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return package with { Problems = [PackageProblem.Unreadable(package, exception.Message)] };
        }

        return framework is { FitsHost: false }
            ? package with { Problems = [PackageProblem.OtherFramework(package, framework)] }
            : package with { Problems = [.. Problems(package)] };
    }

    private static IEnumerable<InputError> Problems(PluginPackage package)
    {
        if (package.Plugins.Count == 0)
            return [PackageProblem.NoPlugin(package)];
        PluginListing? foreign = package.Plugins.FirstOrDefault(plugin => !plugin.FitsHost);
        if (foreign is not null)
            return [PackageProblem.OtherAbi(package, foreign)];
        string? twice = package.Plugins.GroupBy(plugin => (plugin.Kind, plugin.Id))
            .FirstOrDefault(group => group.Count() > 1)?.Key.Id;
        if (twice is not null)
            return [PackageProblem.DuplicateId(package, twice)];
        string dependencies = Path.ChangeExtension(package.AssemblyPath, ".deps.json");
        if (!File.Exists(dependencies))
            return [PackageProblem.NoDependencyFile(package)];
        return DependencyFile.Missing(dependencies) is not { } missing
            ? [PackageProblem.BadDependencyFile(package)]
            : missing.Select(file => PackageProblem.MissingDependency(package, file));
    }
}
