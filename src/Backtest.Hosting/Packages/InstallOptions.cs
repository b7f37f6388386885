namespace Backtest.Hosting;

/// <summary>What an order to install or update may choose.</summary>
public sealed record InstallOptions
{
    /// <summary>Whether prereleases count where no version is named.</summary>
    public bool Prerelease { get; init; }

    /// <summary>Whether a named version may be older than the locked one.</summary>
    public bool AllowDowngrade { get; init; }

    /// <summary>What a package may cost to read.</summary>
    public ArchiveLimits Limits { get; init; } = new();

    /// <summary>Told how downloads go; <see langword="null"/>: no one.</summary>
    public IProgress<DownloadProgress>? Progress { get; init; }
}
