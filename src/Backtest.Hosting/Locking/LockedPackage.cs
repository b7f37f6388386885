namespace Backtest.Hosting;

/// <summary>A package as a lock file pins it.</summary>
public sealed record LockedPackage
{
    /// <summary>The package's id: the name of its folder and its assembly.</summary>
    public required string Id { get; init; }

    /// <summary>Its version, normalized.</summary>
    public required string Version { get; init; }

    /// <summary>The SHA-256 of the installed folder's content; lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The SHA-256 of the package file it came from; lower-case hexadecimal.</summary>
    public required string PackageSha256 { get; init; }

    /// <summary>The name of the source it came from: never an address, which may hold a secret.</summary>
    public required string Source { get; init; }

    /// <summary>The SHA-256 of each file by its path in the folder, to name what was changed.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }
}
