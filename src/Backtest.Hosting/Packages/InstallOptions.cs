namespace Backtest.Hosting;

/// <summary>Options of commands to install or update packages.</summary>
public sealed record InstallOptions
{
    /// <summary>Whether to include prereleases if no version is named.</summary>
    public bool Prerelease { get; init; }

    /// <summary>Whether a named version may be older than the locked one.</summary>
    public bool AllowDowngrade { get; init; }

    /// <summary>The limits for reading a package.</summary>
    public ArchiveLimits Limits { get; init; } = new();

    /// <summary>Receives the progress of downloads; <see langword="null"/> to ignore it.</summary>
    public IProgress<DownloadProgress>? Progress { get; init; }
}
