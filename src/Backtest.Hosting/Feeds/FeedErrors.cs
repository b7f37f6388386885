using NuGet.Versioning;

namespace Backtest.Hosting;

/// <summary>Errors of package sources, with fixes their user can apply.</summary>
internal static class FeedErrors
{
    private const int VersionsShown = 10;

    public static InputError BadSettings(string reason) => new("package_sources", $"nuget.config cannot be read: {reason}")
    {
        Fix = "Mend the file, or move it away.",
    };

    public static InputError NoSource() => new("package_sources", "no package source is configured")
    {
        Fix = "Name one with --source URL or DIR, or add it to packageSources in a nuget.config of the project's folder or above.",
    };

    public static InputError NoMappedSource(string id) =>
        new("package_sources", $"packageSourceMapping in nuget.config maps {id} to no source that is there")
        {
            Fix = $"Add a pattern that {id} fits to packageSourceMapping, or name a source with --source.",
        };

    public static InputError BadSource(string text) =>
        new("package_sources",
            "--source is neither a folder that is there, nor the address of a NuGet v3 feed, nor a source of nuget.config")
        {
            Position = new SourcePosition(text.Contains("://", StringComparison.Ordinal) ? null : text),
            Fix = "Name a folder of .nupkg files, or an address such as https://example.org/v3/index.json.",
        };

    public static InputError NoFolder(string name, string folder) => new("package_source", $"source '{name}': there is no folder {folder}")
    {
        Fix = "Mend the source in nuget.config, or name another with --source.",
    };

    public static InputError Insecure(string name) =>
        new("package_source", $"source '{name}' is read over http, where anyone may change it")
        {
            Fix = "Use its https address, or say allowInsecureConnections=\"true\" on the source in nuget.config.",
        };

    public static InputError NotVersion3(string name) => new("package_source", $"source '{name}' is no NuGet v3 feed")
    {
        Fix = "Give the address of its service index, which mostly ends in /index.json.",
    };

    public static InputError Unavailable(string name, string reason) => new("package_source", $"source '{name}' cannot be read: {reason}")
    {
        Fix = "Nothing was changed. Try again when it is there, or name another source with --source.",
    };

    public static InputError Denied(string name, string reason) => new("package_source", $"source '{name}' refuses to be read: {reason}")
    {
        Fix = $"Nothing was changed. Give its credentials in packageSourceCredentials of nuget.config, or in the environment variable "
            + $"NuGetPackageSourceCredentials_{name}.",
    };

    public static InputError NoPackage(string id, string? nearest, IEnumerable<PackageFeed> feeds) =>
        new("package_missing", $"there is no package {id} in {Names(feeds)}")
        {
            Fix = (nearest is null ? "" : $"Did you mean {nearest}? ")
                + "backtest plugins search TEXT lists plugin packages; --source URL or DIR asks another source.",
        };

    public static InputError OnlyPrerelease(string id, NuGetVersion newest) =>
        new("package_missing", $"of {id} there are only prereleases, the newest {newest.ToNormalizedString()}")
        {
            Fix = $"Ask for it: backtest plugins install {id}@{newest.ToNormalizedString()}, or --prerelease.",
        };

    public static InputError NoVersion(string id, NuGetVersion version, IReadOnlyList<NuGetVersion> there, IEnumerable<PackageFeed> feeds)
    {
        string shown = string.Join(", ", there.Take(VersionsShown).Select(one => one.ToNormalizedString()));
        string more = there.Count > VersionsShown ? $", and {there.Count - VersionsShown} older" : "";
        return new InputError("package_missing", $"there is no {id} {version.ToNormalizedString()} in {Names(feeds)}")
        {
            Fix = $"There are {shown}{more}.",
        };
    }

    private static string Names(IEnumerable<PackageFeed> feeds) => string.Join(", ", feeds.Select(feed => $"'{feed.Name}'"));
}
