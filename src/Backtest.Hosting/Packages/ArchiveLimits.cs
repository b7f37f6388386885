namespace Backtest.Hosting;

/// <summary>What a package may cost to read, so that one made to fill disk or memory is refused. All are enforced while reading.</summary>
public sealed record ArchiveLimits
{
    private const long Mebibyte = 1024 * 1024;

    /// <summary>The greatest size of the package file, in bytes.</summary>
    public long PackageBytes { get; init; } = 256 * Mebibyte;

    /// <summary>The greatest count of entries.</summary>
    public int Entries { get; init; } = 5_000;

    /// <summary>The greatest size of one file, in bytes.</summary>
    public long FileBytes { get; init; } = 256 * Mebibyte;

    /// <summary>The greatest size of all files together, in bytes.</summary>
    public long TotalBytes { get; init; } = 512 * Mebibyte;

    /// <summary>The greatest size of a file over what it takes in the archive. Files up to a mebibyte may be of any ratio.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>Up to this size, in bytes, a file may be of any ratio.</summary>
    internal const long SmallFile = Mebibyte;
}
