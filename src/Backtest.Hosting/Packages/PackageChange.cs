namespace Backtest.Hosting;

/// <summary>The effect of a command on a package.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Package">The package as the lock file pins it, or pinned it until it was removed.</param>
/// <param name="Directory">The package's folder.</param>
public sealed record PackageChange(PackageOutcome Outcome, LockedPackage Package, string Directory)
{
    /// <summary>The version it replaced; <see langword="null"/> if there was none.</summary>
    public string? PreviousVersion { get; init; }

    /// <summary>The plugins in it; empty if it was removed.</summary>
    public IReadOnlyList<PluginListing> Plugins { get; init; } = [];
}
