namespace Backtest.Hosting;

/// <summary>The member names of a lock file.</summary>
internal static class LockFormat
{
    /// <summary>The format version that is written, and the only one that can be read.</summary>
    public const int Version = 1;

    public const string VersionMember = "version";
    public const string PackagesMember = "packages";
    public const string Sha256Member = "sha256";
    public const string PackageSha256Member = "packageSha256";
    public const string SourceMember = "source";
    public const string FilesMember = "files";
}
