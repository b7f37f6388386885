namespace Backtest.Hosting;

/// <summary>How one package stands to its lock file.</summary>
/// <param name="Id">The package.</param>
/// <param name="State">How it stands.</param>
/// <param name="Locked">What the lock file pins; <see langword="null"/>: nothing.</param>
/// <param name="FoundSha256">The SHA-256 of the content that is there; <see langword="null"/>: none is.</param>
public sealed record PackageCheck(string Id, PackageState State, LockedPackage? Locked, string? FoundSha256)
{
    /// <summary>Files with another content than locked, in ordinal order.</summary>
    public IReadOnlyList<string> Changed { get; init; } = [];

    /// <summary>Files that are not locked, in ordinal order.</summary>
    public IReadOnlyList<string> Added { get; init; } = [];

    /// <summary>Locked files that are not there, in ordinal order.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
}
