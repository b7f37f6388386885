using NuGet.Versioning;

namespace Backtest.Hosting;

/// <summary>
/// Installs plugin packages into a place, and keeps its lock file. Each package is changed as a whole or not at all, and nothing of it
/// runs. What the lock file pins is installed as pinned: only an update or a named version changes it.
/// </summary>
/// <param name="place">Where to.</param>
/// <param name="sources">Where from.</param>
/// <param name="options">What may be chosen.</param>
public sealed class PluginInstaller(PluginFolder place, PluginSources sources, InstallOptions options)
{
    /// <summary>Installs a package: the version that is named, else the locked one, else the newest.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="version">Its version; <see langword="null"/>: none is named.</param>
    /// <param name="cancellation">Ends the installing; what was there stays.</param>
    /// <exception cref="InputException">There is none that fits, it is refused, or the place cannot be changed.</exception>
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

    /// <summary>Puts every package in place as the lock file pins it.</summary>
    /// <exception cref="InputException">The lock file names none, one cannot be had as it was, or the place cannot be changed.</exception>
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

    /// <summary>Takes the newest version of a package, or of all; of what has none that is newer, restores the locked one.</summary>
    /// <param name="id">Its id; <see langword="null"/>: all the lock file names.</param>
    /// <param name="cancellation">Ends the updating; what was there stays.</param>
    /// <exception cref="InputException">The lock file does not name it, it is refused, or the place cannot be changed.</exception>
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

    /// <summary>Removes a package from a place and from its lock file.</summary>
    /// <exception cref="InputException">The lock file does not name it, or the place cannot be changed.</exception>
    public static PackageChange Remove(PluginFolder place, string id) =>
        InstallSession.Run(place, session => session.Remove(session.FindLocked(id)));

    private Task<NuGetVersion> FindNewestAsync(string id, CancellationToken cancellation, NuGetVersion? current = null) =>
        sources.FindNewestAsync(id, options.Prerelease || current is { IsPrerelease: true }, cancellation);

    private static NuGetVersion ParseVersion(string text) =>
        NuGetVersion.TryParse(text, out NuGetVersion? version) ? version : throw new InputException(PackageErrors.BadVersion(text));
}
