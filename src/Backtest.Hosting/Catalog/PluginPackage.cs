namespace Backtest.Hosting;

/// <summary>A package folder: one assembly with plugins, and its dependencies.</summary>
public sealed record PluginPackage
{
    /// <summary>The package's id: the name of its folder and its assembly.</summary>
    public required string Id { get; init; }

    /// <summary>The assembly's informational version without its build part; empty if it could not be read.</summary>
    public string Version { get; init; } = "";

    /// <summary>Its folder.</summary>
    public required string Directory { get; init; }

    /// <summary>The location it was found in.</summary>
    public required PluginFolder Place { get; init; }

    /// <summary>The plugins in it, in ordinal order of kind and id; empty if it could not be read.</summary>
    public IReadOnlyList<PluginListing> Plugins { get; init; } = [];

    /// <summary>The reasons why it cannot be used; empty if it can.</summary>
    public IReadOnlyList<InputError> Problems { get; init; } = [];

    /// <summary>The folder of the package with the same id that takes precedence; <see langword="null"/> if this one does.</summary>
    public string? HiddenBy { get; init; }

    /// <summary>The path of its assembly.</summary>
    public string AssemblyPath => Path.Combine(Directory, Id + ".dll");

    /// <summary>The SHA-256 of all its files with their relative paths, in ordinal order of the paths; lower-case hexadecimal.</summary>
    public string ComputeSha256() => PackageContent.Sha256(Directory);
}
