namespace Backtest.Hosting;

/// <summary>What a command did to a package.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Package">The package as the lock file pins it, or pinned it until it was removed.</param>
/// <param name="Directory">Its folder.</param>
public sealed record PackageChange(PackageOutcome Outcome, LockedPackage Package, string Directory)
{
    /// <summary>The version it replaced; <see langword="null"/>: none.</summary>
    public string? PreviousVersion { get; init; }

    /// <summary>The plugins in it; empty when it was removed.</summary>
    public IReadOnlyList<PluginListing> Plugins { get; init; } = [];
}
