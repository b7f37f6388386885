using NuGet.Versioning;

namespace Backtest.Hosting;

/// <summary>
/// Installs plugin packages into a location and maintains its lock file. Each package is changed as a whole or not at all, and none of it runs. A
/// locked package is installed as pinned: only an update or a named version changes that.
/// </summary>
/// <param name="place">The target location.</param>
/// <param name="sources">The package sources.</param>
/// <param name="options">The options.</param>
public sealed class PluginInstaller(PluginFolder place, PluginSources sources, InstallOptions options)
{
    /// <summary>Installs a package: the named version, otherwise the locked one, otherwise the newest.</summary>
    /// <param name="id">The package's id.</param>
    /// <param name="version">The version; <see langword="null"/> if none is named.</param>
    /// <param name="cancellation">Cancels the installation; the previous content stays.</param>
    /// <exception cref="InputException">No version fits, the package is refused, or the location cannot be changed.</exception>
    public async Task<PackageChange> InstallAsync(string id, string? version, CancellationToken cancellation)
    {
        PackageId.ThrowIfInvalid(id);
        NuGetVersion? named = version is null ? null : ParseVersion(version);
        return await InstallSession.RunAsync(place, async session =>
        {
            LockedPackage? locked = session.Lock.Find(id);
            if (locked is null)
                return await session.InstallAsync(id, named ?? await FindNewestAsync(id, cancellation), sources, options, cancellation);
            NuGetVersion current = NuGetVersion.Parse(locked.Version);
            if (named is null || named == current)
                return await session.RestoreAsync(locked, sources, options, cancellation);
            if (named < current && !options.AllowDowngrade)
                throw new InputException(InstallErrors.Downgrade(locked, named.ToNormalizedString()));
            return await session.InstallAsync(locked.Id, named, sources, options, cancellation);
        });
    }

    /// <summary>Restores every package as the lock file pins it.</summary>
    /// <exception cref="InputException">The lock file is empty, a package is not available as pinned, or the location cannot be changed.</exception>
    public async Task<IReadOnlyList<PackageChange>> RestoreAsync(CancellationToken cancellation) =>
        await InstallSession.RunAsync(place, async session =>
        {
            if (session.Lock.Packages.Count == 0)
                throw new InputException(InstallErrors.NothingLocked(place));
            List<PackageChange> changes = [];
            foreach (LockedPackage locked in session.Lock.Packages)
                changes.Add(await session.RestoreAsync(locked, sources, options, cancellation));
            return changes;
        });

    /// <summary>Updates a package, or all packages, to the newest version; restores the locked version if none is newer.</summary>
    /// <param name="id">The package's id; <see langword="null"/> for all packages in the lock file.</param>
    /// <param name="cancellation">Cancels the update; the previous content stays.</param>
    /// <exception cref="InputException">The package is not in the lock file, it is refused, or the location cannot be changed.</exception>
    public async Task<IReadOnlyList<PackageChange>> UpdateAsync(string? id, CancellationToken cancellation) =>
        await InstallSession.RunAsync(place, async session =>
        {
            List<PackageChange> changes = [];
            foreach (LockedPackage locked in id is null ? session.Lock.Packages : [session.FindLocked(id)])
            {
                NuGetVersion newest = await FindNewestAsync(locked.Id, cancellation, NuGetVersion.Parse(locked.Version));
                changes.Add(newest > NuGetVersion.Parse(locked.Version)
                    ? await session.InstallAsync(locked.Id, newest, sources, options, cancellation)
                    : await session.RestoreAsync(locked, sources, options, cancellation));
            }

            return changes;
        });

    /// <summary>Removes a package from a location and from its lock file.</summary>
    /// <exception cref="InputException">The package is not in the lock file, or the location cannot be changed.</exception>
    public static PackageChange Remove(PluginFolder place, string id) =>
        InstallSession.Run(place, session => session.Remove(session.FindLocked(id)));

    private Task<NuGetVersion> FindNewestAsync(string id, CancellationToken cancellation, NuGetVersion? current = null) =>
        sources.FindNewestAsync(id, options.Prerelease || current is { IsPrerelease: true }, cancellation);

    private static NuGetVersion ParseVersion(string text) =>
        NuGetVersion.TryParse(text, out NuGetVersion? version) ? version : throw new InputException(PackageErrors.BadVersion(text));
}
