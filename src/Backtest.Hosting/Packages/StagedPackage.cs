using NuGet.Frameworks;
using NuGet.Packaging.Core;

namespace Backtest.Hosting;

/// <summary>A package whose files are staged next to the installed ones, checked and ready to be renamed into place.</summary>
/// <param name="Locked">The package as a lock file pins it.</param>
/// <param name="Plugins">The plugins in it.</param>
internal sealed record StagedPackage(LockedPackage Locked, IReadOnlyList<PluginListing> Plugins)
{
    // The framework of this host; a package may contain files for several frameworks.
    private static readonly NuGetFramework HostFramework =
        new(FrameworkConstants.FrameworkIdentifiers.NetCoreApp, new Version(Environment.Version.Major, 0, 0, 0));

    /// <summary>Checks a downloaded package file and extracts it into a staging folder. None of it runs.</summary>
    /// <exception cref="InputException">
    /// It is not the requested package, is not a plugin for this host, is unsafe, or is not signed as required.
    /// </exception>
    public static async Task<StagedPackage> StageAsync(
        PackageIdentity wanted,
        DownloadTarget download,
        PluginFolder place,
        InstallTransaction transaction,
        SignatureRules signatures,
        ArchiveLimits limits,
        CancellationToken cancellation)
    {
        PackageTitle title = download.Title;
        using PluginArchive archive = PluginArchive.Open(transaction.Download, title, limits);
        await signatures.CheckAsync(transaction.Download, title, cancellation);
        PluginManifest manifest = archive.ReadManifest();
        ThrowIfOther(manifest, wanted, title);
        string id = manifest.Identity.Id;
        string folder = transaction.StagingOf(id);
        archive.Extract(HostFramework, folder, cancellation);
        PluginPackage package = PackageReader.Read(folder, place);
        if (package.Problems.Count > 0)
            throw new InputException([.. package.Problems.Select(problem => PackageErrors.Content(title, problem))]);
        LockedPackage locked = new()
        {
            Id = id,
            Version = title.Version,
            Sha256 = PackageContent.Sha256(folder),
            PackageSha256 = download.Sha256,
            Source = title.Source,
            Files = PackageContent.FileHashes(folder),
        };
        return new StagedPackage(locked, package.Plugins);
    }

    private static void ThrowIfOther(PluginManifest manifest, PackageIdentity wanted, PackageTitle title)
    {
        PackageIdentity found = manifest.Identity;
        if (!PackageId.IsValid(found.Id) || !found.Equals(wanted))
            throw new InputException(PackageErrors.OtherIdentity(title, found.ToString()));
        if (!manifest.IsPlugin)
            throw new InputException(PackageErrors.NoPlugin(title));
        // The tag only saves work; the assembly's own attribute decides, and is read next.
        if (manifest.Abi is ({ } major, { } minor) && !PluginListing.Fits(major, minor))
            throw new InputException(PackageErrors.OtherAbi(title, major, minor));
    }
}
