namespace Backtest.Hosting;

/// <summary>The result of comparing one package with its lock file.</summary>
/// <param name="Id">The package's id.</param>
/// <param name="State">The state of the package.</param>
/// <param name="Locked">The package as the lock file pins it; <see langword="null"/> if it does not.</param>
/// <param name="FoundSha256">The SHA-256 of the installed content; <see langword="null"/> if there is none.</param>
public sealed record PackageCheck(string Id, PackageState State, LockedPackage? Locked, string? FoundSha256)
{
    /// <summary>Files whose content differs from the locked content, in ordinal order.</summary>
    public IReadOnlyList<string> Changed { get; init; } = [];

    /// <summary>Files that are not locked, in ordinal order.</summary>
    public IReadOnlyList<string> Added { get; init; } = [];

    /// <summary>Locked files that do not exist, in ordinal order.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
}
