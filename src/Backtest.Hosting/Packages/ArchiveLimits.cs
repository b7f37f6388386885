namespace Backtest.Hosting;

/// <summary>Limits for reading a package, so that one made to fill disk or memory is refused. All are enforced while reading.</summary>
public sealed record ArchiveLimits
{
    private const long Mebibyte = 1024 * 1024;

    /// <summary>The maximum size of the package file, in bytes.</summary>
    public long PackageBytes { get; init; } = 256 * Mebibyte;

    /// <summary>The maximum number of entries.</summary>
    public int Entries { get; init; } = 5_000;

    /// <summary>The maximum size of one file, in bytes.</summary>
    public long FileBytes { get; init; } = 256 * Mebibyte;

    /// <summary>The maximum size of all files together, in bytes.</summary>
    public long TotalBytes { get; init; } = 512 * Mebibyte;

    /// <summary>The maximum ratio of a file's size to its size in the archive. Files up to a mebibyte may have any ratio.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>The size, in bytes, up to which a file may have any ratio.</summary>
    internal const long SmallFile = Mebibyte;
}
