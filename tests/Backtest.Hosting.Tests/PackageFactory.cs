using System.IO.Compression;
using NuGet.Packaging;
using NuGet.Packaging.Core;
using NuGet.Versioning;

namespace Backtest.Tests;

/// <summary>Creates package files in a folder that serves as a package source.</summary>
internal sealed class PackageFactory(string feed)
{
    /// <summary>The folder of the packages.</summary>
    public string Feed { get; } = Directory.CreateDirectory(feed).FullName;

    /// <summary>Packs a plugin folder as <c>dotnet pack</c> does for an author.</summary>
    /// <param name="folder">The plugin's folder, named after its assembly.</param>
    /// <param name="version">The package's version.</param>
    /// <param name="framework">The folder's name under <c>plugin/</c>.</param>
    /// <param name="change">Changes the package before it is written.</param>
    /// <returns>The package file.</returns>
    public string Pack(string folder, string version = "1.0.0", string framework = "net10.0", Action<PackageBuilder>? change = null)
    {
        PackageBuilder package = new()
        {
            Id = Path.GetFileName(folder),
            Version = NuGetVersion.Parse(version),
            Description = "Tries plugins.",
        };
        package.Authors.Add("Acme");
        package.Tags.AddRange(["backtest-plugin", "strategy", "backtest-abi-1.0"]);
        package.PackageTypes.Add(new PackageType("BacktestPlugin", PackageType.EmptyVersion));
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            string path = $"plugin/{framework}/{Path.GetRelativePath(folder, file).Replace('\\', '/')}";
            package.Files.Add(new PhysicalPackageFile { SourcePath = file, TargetPath = path });
        }

        change?.Invoke(package);
        string target = Path.Combine(Feed, $"{package.Id}.{package.Version.ToNormalizedString()}.nupkg");
        using FileStream stream = File.Create(target);
        package.Save(stream);
        return target;
    }

    /// <summary>Compiles a strategy into a package; its id in run files is the last part of the package's id, in lower case.</summary>
    public string Strategy(string id, string version = "1.0.0", Action<PackageBuilder>? change = null)
    {
        using TemporaryFolder build = new();
        return Pack(new PluginBuilder(build.Path).Strategy(id, id.Split('.')[^1].ToLowerInvariant(), version), version, change: change);
    }

    /// <summary>Adds an entry to a package file, under any name and with any attributes.</summary>
    public static void AddEntry(string package, string name, byte[] content, int attributes = 0)
    {
        using ZipArchive archive = ZipFile.Open(package, ZipArchiveMode.Update);
        ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.SmallestSize);
        entry.ExternalAttributes = attributes;
        using Stream stream = entry.Open();
        stream.Write(content);
    }
}
