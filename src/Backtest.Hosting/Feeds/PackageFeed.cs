using System.Net;
using NuGet.Common;
using NuGet.Configuration;
using NuGet.Packaging.Core;
using NuGet.Protocol;
using NuGet.Protocol.Core.Types;
using NuGet.Versioning;

namespace Backtest.Hosting;

/// <summary>One source of packages: a NuGet v3 feed or a folder.</summary>
internal sealed class PackageFeed(PackageSource source)
{
    private const int Page = 100;
    private const int MostPages = 20;

    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(30);

    private readonly SourceRepository _repository = Repository.Factory.GetCoreV3(source);

    /// <summary>
    /// The name in nuget.config; for a source given by address or folder, the name of the host or folder. It never contains a secret.
    /// </summary>
    public string Name { get; } = NameOf(source);

    /// <summary>The versions of a package that the source lists, newest first; empty if it does not have the package.</summary>
    /// <exception cref="InputException">The source cannot be read.</exception>
    public Task<IReadOnlyList<NuGetVersion>> FindVersionsAsync(string id, CancellationToken cancellation) =>
        AskAsync<IReadOnlyList<NuGetVersion>>(
            async token =>
            {
                using SourceCacheContext cache = CreateCache();
                MetadataResource metadata = await _repository.GetResourceAsync<MetadataResource>(token) ?? throw NotVersion3();
                IEnumerable<NuGetVersion> versions = await metadata.GetVersions(
                    id, includePrerelease: true, includeUnlisted: false, cache, NullLogger.Instance, token);
                return [.. versions.Distinct().OrderDescending()];
            },
            cancellation);

    /// <summary>Writes a package file to a stream.</summary>
    /// <returns>Whether the source has the package; if not, nothing is written.</returns>
    /// <exception cref="InputException">The source cannot be read, or the file is larger than the target allows.</exception>
    public Task<bool> DownloadAsync(PackageIdentity package, DownloadTarget target, CancellationToken cancellation) =>
        AskAsync(token => source.IsLocal ? CopyAsync(package, target, token) : FetchAsync(package, target, token), cancellation, target);

    /// <summary>Searches for plugin packages.</summary>
    /// <exception cref="InputException">The source cannot be read.</exception>
    public Task<IReadOnlyList<FoundPackage>> SearchAsync(string text, bool prerelease, CancellationToken cancellation) =>
        AskAsync<IReadOnlyList<FoundPackage>>(
            async token =>
            {
                PackageSearchResource search = await _repository.GetResourceAsync<PackageSearchResource>(token) ?? throw NotVersion3();
                SearchFilter filter = new(prerelease);
                if (search.SupportsPackageTypeFiltering)
                    filter.PackageType = PluginManifest.PackageType;
                List<FoundPackage> found = [];
                for (int page = 0; page < MostPages; page++)
                {
                    IPackageSearchMetadata[] packages =
                        [.. await search.SearchAsync(text, filter, page * Page, Page, NullLogger.Instance, token)];
                    found.AddRange(packages.Select(Describe)
                        .Where(package => search.SupportsPackageTypeFiltering || IsTagged(package)));
                    if (packages.Length < Page)
                        break;
                }

                return found;
            },
            cancellation);

    private static bool IsTagged(FoundPackage package) => package.Tags.Contains(PluginManifest.PluginTag, StringComparer.OrdinalIgnoreCase);

    // Never cached, so that a version published a moment ago is found.
    private static SourceCacheContext CreateCache() => new() { NoCache = true, DirectDownload = true };

    private static string NameOf(PackageSource source)
    {
        if (source.Name != source.Source)
            return source.Name;
        return source.IsLocal ? Path.GetFileName(Path.TrimEndingDirectorySeparator(source.Source)) : source.SourceUri.Host;
    }

    private FoundPackage Describe(IPackageSearchMetadata package) => new(
        package.Identity.Id,
        package.Identity.Version.ToNormalizedString(),
        package.Description ?? "",
        PluginManifest.SplitTags(package.Tags),
        Name);

    private async Task<bool> CopyAsync(PackageIdentity package, DownloadTarget target, CancellationToken cancellation)
    {
        FindLocalPackagesResource? folder = await _repository.GetResourceAsync<FindLocalPackagesResource>(cancellation);
        if (folder?.GetPackage(package, NullLogger.Instance, cancellation) is not { IsNupkg: true } found)
            return false;
        using FileStream file = File.OpenRead(found.Path);
        await target.CopyAsync(file, file.Length, cancellation);
        return true;
    }

    private async Task<bool> FetchAsync(PackageIdentity package, DownloadTarget target, CancellationToken cancellation)
    {
        ServiceIndexResourceV3 index = await _repository.GetResourceAsync<ServiceIndexResourceV3>(cancellation) ?? throw NotVersion3();
        Uri content = index.GetServiceEntryUri(ServiceTypes.PackageBaseAddress) ?? throw NotVersion3();
        HttpSource http = (await _repository.GetResourceAsync<HttpSourceResource>(cancellation) ?? throw NotVersion3()).HttpSource;
        string id = Uri.EscapeDataString(package.Id.ToLowerInvariant());
        string version = package.Version.ToNormalizedString().ToLowerInvariant();
        string address = $"{content.AbsoluteUri.TrimEnd('/')}/{id}/{version}/{id}.{version}.nupkg";
        return await http.ProcessResponseAsync(
            new HttpSourceRequest(address, NullLogger.Instance) { IgnoreNotFounds = true },
            async response =>
            {
                if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.NoContent)
                    return false;
                response.EnsureSuccessStatusCode();
                using Stream body = await response.Content.ReadAsStreamAsync(cancellation);
                await target.CopyAsync(body, response.Content.Headers.ContentLength, cancellation);
                return true;
            },
            NullLogger.Instance,
            cancellation);
    }

    private InputException NotVersion3() => new(FeedErrors.NotVersion3(Name));

    // A request is abandoned after a time without an answer; a download may take as long as bytes keep arriving.
    private async Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellation, DownloadTarget? target = null)
    {
        if (source.IsLocal && !Directory.Exists(source.Source))
            throw new InputException(FeedErrors.NoFolder(Name, source.Source));
        if (source is { IsHttp: true, IsHttps: false, AllowInsecureConnections: false } && !source.SourceUri.IsLoopback)
            throw new InputException(FeedErrors.Insecure(Name));
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(AnswerTime);
        target?.OnBytes = () => patience.CancelAfter(AnswerTime);
        try
        {
            return await ask(patience.Token);
        }
        catch (Exception exception) when (exception is not (InputException or TargetFileException))
        {
            cancellation.ThrowIfCancellationRequested();
            throw new InputException(patience.IsCancellationRequested
                ? FeedErrors.Unavailable(Name, $"no response for {AnswerTime.TotalSeconds:0} seconds")
                : Explain(exception));
        }
    }

    // Only the innermost reason, because the outer ones contain addresses, which may contain a secret.
    private InputError Explain(Exception exception)
    {
        Exception reason = exception.GetBaseException();
        for (Exception? one = exception; one is not null; one = one.InnerException)
        {
            if (one is HttpRequestException { StatusCode: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden })
                return FeedErrors.Denied(Name, one.Message);
        }

        return FeedErrors.Unavailable(Name, reason.Message);
    }
}
