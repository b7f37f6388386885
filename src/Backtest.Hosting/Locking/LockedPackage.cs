namespace Backtest.Hosting;

/// <summary>A package as a lock file pins it.</summary>
public sealed record LockedPackage
{
    /// <summary>The package's id: the name of its folder and its assembly.</summary>
    public required string Id { get; init; }

    /// <summary>The normalized version.</summary>
    public required string Version { get; init; }

    /// <summary>The SHA-256 of the installed folder's content; lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The SHA-256 of the package file it was installed from; lower-case hexadecimal.</summary>
    public required string PackageSha256 { get; init; }

    /// <summary>The name of the source it was installed from; never an address, which may contain a secret.</summary>
    public required string Source { get; init; }

    /// <summary>The SHA-256 of each file by its path in the folder, used to report changed files.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }
}
