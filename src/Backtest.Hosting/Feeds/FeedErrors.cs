using NuGet.Versioning;

namespace Backtest.Hosting;

/// <summary>Errors of package sources, with fixes their user can apply.</summary>
internal static class FeedErrors
{
    private const int VersionsShown = 10;

    public static InputError BadSettings(string reason) => new("package_sources", $"nuget.config cannot be read: {reason}")
    {
        Fix = "Correct or remove the file.",
    };

    public static InputError NoSource() => new("package_sources", "no package sources are configured")
    {
        Fix = "Name one with --source URL or DIR, or add it to packageSources in a nuget.config in the project's folder or a folder above.",
    };

    public static InputError NoMappedSource(string id) =>
        new("package_sources", $"packageSourceMapping in nuget.config does not map {id} to an existing source")
        {
            Fix = $"Add a pattern that matches {id} to packageSourceMapping, or name a source with --source.",
        };

    public static InputError BadSource(string text) =>
        new("package_sources",
            "--source is not an existing folder, the URL of a NuGet v3 feed or a source in nuget.config")
        {
            Position = new SourcePosition(text.Contains("://", StringComparison.Ordinal) ? null : text),
            Fix = "Name a folder of .nupkg files, or a URL such as https://example.org/v3/index.json.",
        };

    public static InputError NoFolder(string name, string folder) => new("package_source", $"source '{name}': the folder {folder} does not exist")
    {
        Fix = "Correct the source in nuget.config, or name another with --source.",
    };

    public static InputError Insecure(string name) =>
        new("package_source", $"source '{name}' uses http, where anyone can change packages")
        {
            Fix = "Use its https URL, or set allowInsecureConnections=\"true\" for the source in nuget.config.",
        };

    public static InputError NotVersion3(string name) => new("package_source", $"source '{name}' is not a NuGet v3 feed")
    {
        Fix = "Use the URL of its service index, which usually ends in /index.json.",
    };

    public static InputError Unavailable(string name, string reason) => new("package_source", $"source '{name}' cannot be read: {reason}")
    {
        Fix = "Nothing was changed. Try again when it is available, or name another source with --source.",
    };

    public static InputError Denied(string name, string reason) => new("package_source", $"source '{name}' denies access: {reason}")
    {
        Fix = $"Nothing was changed. Set its credentials in packageSourceCredentials of nuget.config, or in the environment variable "
            + $"NuGetPackageSourceCredentials_{name}.",
    };

    public static InputError NoPackage(string id, string? nearest, IEnumerable<PackageFeed> feeds) =>
        new("package_missing", $"there is no package {id} in {Names(feeds)}")
        {
            Fix = (nearest is null ? "" : $"Did you mean {nearest}? ")
                + "To list plugin packages, use backtest plugins search TEXT. To use another source, add --source URL or DIR.",
        };

    public static InputError OnlyPrerelease(string id, NuGetVersion newest) =>
        new("package_missing", $"{id} has only prereleases, the newest is {newest.ToNormalizedString()}")
        {
            Fix = $"Install it with backtest plugins install {id}@{newest.ToNormalizedString()}, or with --prerelease.",
        };

    public static InputError NoVersion(string id, NuGetVersion version, IReadOnlyList<NuGetVersion> there, IEnumerable<PackageFeed> feeds)
    {
        string shown = string.Join(", ", there.Take(VersionsShown).Select(one => one.ToNormalizedString()));
        string more = there.Count > VersionsShown ? $", and {there.Count - VersionsShown} older" : "";
        return new InputError("package_missing", $"there is no {id} {version.ToNormalizedString()} in {Names(feeds)}")
        {
            Fix = $"Available: {shown}{more}.",
        };
    }

    private static string Names(IEnumerable<PackageFeed> feeds) => string.Join(", ", feeds.Select(feed => $"'{feed.Name}'"));
}
