using Backtest.Abstractions.Runtime;
using NuGet.Configuration;
using NuGet.Packaging.Core;
using NuGet.Versioning;

namespace Backtest.Hosting;

/// <summary>
/// The sources of packages: those of nuget.config, which is searched for from a folder upward and then for the user and the machine, with their
/// credentials, mapping and signature rules; or a single source named instead.
/// </summary>
public sealed class PluginSources
{
    private readonly IReadOnlyList<PackageFeed> _feeds;
    private readonly PackageSourceMapping? _mapping;

    private PluginSources(IReadOnlyList<PackageFeed> feeds, PackageSourceMapping? mapping, SignatureRules signatures)
    {
        _feeds = feeds;
        _mapping = mapping;
        Signatures = signatures;
    }

    /// <summary>The signature rules of nuget.config.</summary>
    internal SignatureRules Signatures { get; }

    /// <summary>Reads nuget.config.</summary>
    /// <param name="directory">The folder in which the search for nuget.config begins; it continues in the folders above.</param>
    /// <param name="source">A folder, an address or the name of a configured source; <see langword="null"/> for all enabled sources.</param>
    /// <exception cref="InputException">A configuration cannot be read, there is no source, or the named source does not exist.</exception>
    public static PluginSources Read(string directory, string? source)
    {
        try
        {
            ISettings settings = Settings.LoadDefaultSettings(directory, configFileName: null, new XPlatMachineWideSetting());
            PackageSource[] configured = [.. PackageSourceProvider.LoadPackageSources(settings)];
            SignatureRules signatures = SignatureRules.Read(settings);
            if (source is not null)
                return new PluginSources([new PackageFeed(FindSource(configured, source))], mapping: null, signatures);
            PackageFeed[] feeds = [.. configured.Where(one => one.IsEnabled).Select(one => new PackageFeed(one))];
            return feeds.Length > 0
                ? new PluginSources(feeds, PackageSourceMapping.GetPackageSourceMapping(settings), signatures)
                : throw new InputException(FeedErrors.NoSource());
        }
        catch (NuGetConfigurationException exception)
        {
            throw new InputException(FeedErrors.BadSettings(exception.Message));
        }
    }

    /// <summary>Searches all sources for plugin packages. Returns the newest version of each, in order of ids.</summary>
    /// <param name="text">The text to search for; empty for all packages.</param>
    /// <param name="prerelease">Whether to include prereleases.</param>
    /// <param name="cancellation">Cancels the search.</param>
    /// <exception cref="InputException">A source cannot be read.</exception>
    public async Task<IReadOnlyList<FoundPackage>> SearchAsync(string text, bool prerelease, CancellationToken cancellation)
    {
        IReadOnlyList<FoundPackage>[] found = await Task.WhenAll(_feeds.Select(feed => feed.SearchAsync(text, prerelease, cancellation)));
        return
        [
            .. found.SelectMany(packages => packages)
                .GroupBy(package => package.Id, StringComparer.OrdinalIgnoreCase)
                .Select(group => group.MaxBy(package => NuGetVersion.Parse(package.Version))!)
                .OrderBy(package => package.Id, StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>The newest version that any source lists.</summary>
    /// <exception cref="InputException">There is none, or a source cannot be read.</exception>
    internal async Task<NuGetVersion> FindNewestAsync(string id, bool prerelease, CancellationToken cancellation)
    {
        IReadOnlyList<PackageFeed> feeds = FeedsFor(id);
        IReadOnlyList<NuGetVersion> versions = await FindVersionsAsync(id, feeds, cancellation);
        if (versions.Count == 0)
            throw new InputException(await NoPackageAsync(id, feeds, cancellation));
        return versions.FirstOrDefault(version => prerelease || !version.IsPrerelease)
            ?? throw new InputException(FeedErrors.OnlyPrerelease(id, versions[0]));
    }

    /// <summary>Downloads a package from the first source that has it.</summary>
    /// <param name="package">The package.</param>
    /// <param name="preferred">The name of the source to try first.</param>
    /// <param name="isPinned">Whether a hash pins the content, so that another source may replace one that cannot be read.</param>
    /// <param name="createTarget">Creates the target for a source with a given name.</param>
    /// <param name="cancellation">Cancels the download.</param>
    /// <exception cref="InputException">No source has it, or a required source cannot be read.</exception>
    internal async Task<DownloadTarget> DownloadAsync(
        PackageIdentity package,
        string? preferred,
        bool isPinned,
        Func<string, DownloadTarget> createTarget,
        CancellationToken cancellation)
    {
        IReadOnlyList<PackageFeed> feeds = FeedsFor(package.Id);
        List<InputError> failures = [];
        foreach (PackageFeed feed in feeds.OrderBy(feed => feed.Name == preferred ? 0 : 1))
        {
            try
            {
                DownloadTarget target = createTarget(feed.Name);
                if (await feed.DownloadAsync(package, target, cancellation))
                    return target;
            }
            catch (InputException exception) when (isPinned)
            {
                failures.AddRange(exception.Errors);
            }
        }

        if (failures.Count > 0)
            throw new InputException(failures);
        IReadOnlyList<NuGetVersion> versions = await FindVersionsAsync(package.Id, feeds, cancellation);
        throw new InputException(versions.Count == 0
            ? await NoPackageAsync(package.Id, feeds, cancellation)
            : FeedErrors.NoVersion(package.Id, package.Version, versions, feeds));
    }

    private static async Task<IReadOnlyList<NuGetVersion>> FindVersionsAsync(
        string id, IReadOnlyList<PackageFeed> feeds, CancellationToken cancellation)
    {
        IReadOnlyList<NuGetVersion>[] versions = await Task.WhenAll(feeds.Select(feed => feed.FindVersionsAsync(id, cancellation)));
        return [.. versions.SelectMany(one => one).Distinct().OrderDescending()];
    }

    private static async Task<InputError> NoPackageAsync(string id, IReadOnlyList<PackageFeed> feeds, CancellationToken cancellation)
    {
        IEnumerable<string>[] there = await Task.WhenAll(feeds.Select(feed => ListAsync(feed, cancellation)));
        return FeedErrors.NoPackage(id, NearestName.Find(id, there.SelectMany(ids => ids)), feeds);
    }

    // A feed need not support searches; then there is nothing to suggest, but the package is still missing.
    private static async Task<IEnumerable<string>> ListAsync(PackageFeed feed, CancellationToken cancellation)
    {
        try
        {
            return (await feed.SearchAsync("", prerelease: true, cancellation)).Select(package => package.Id);
        }
        catch (InputException)
        {
            return [];
        }
    }

    private static PackageSource FindSource(PackageSource[] configured, string text)
    {
        bool isAddress = Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https";
        return configured.FirstOrDefault(source => string.Equals(source.Name, text, StringComparison.OrdinalIgnoreCase))
            ?? configured.FirstOrDefault(source => isAddress && source.Source == text)
            ?? (isAddress ? new PackageSource(text) { ProtocolVersion = 3 }
                : Directory.Exists(text) ? new PackageSource(Path.GetFullPath(text))
                : throw new InputException(FeedErrors.BadSource(text)));
    }

    private IReadOnlyList<PackageFeed> FeedsFor(string id)
    {
        if (_mapping is not { IsEnabled: true })
            return _feeds;
        IReadOnlyList<string> names = _mapping.GetConfiguredPackageSources(id) ?? [];
        PackageFeed[] feeds = [.. _feeds.Where(feed => names.Contains(feed.Name, StringComparer.OrdinalIgnoreCase))];
        return feeds.Length > 0 ? feeds : throw new InputException(FeedErrors.NoMappedSource(id));
    }
}
