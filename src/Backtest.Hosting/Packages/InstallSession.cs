using NuGet.Packaging.Core;
using NuGet.Versioning;

namespace Backtest.Hosting;

/// <summary>
/// One command that works in a location. No other command may change the location meanwhile, and leftovers of interrupted commands are cleaned up
/// first.
/// </summary>
internal sealed class InstallSession
{
    private readonly PluginFolder _place;

    private InstallSession(PluginFolder place)
    {
        _place = place;
        Lock = PluginLock.Read(place.LockFile!);
        foreach (LockedPackage package in Lock.Packages)
        {
            if (!NuGetVersion.TryParse(package.Version, out _))
                throw new InputException(LockErrors.Broken(Lock.Path, line: 0, $"'{package.Version}' of {package.Id} is not a version"));
        }

        InstallTransaction.Recover(place, Lock);
    }

    /// <summary>The current lock file.</summary>
    public PluginLock Lock { get; private set; }

    /// <summary>Executes work in a location.</summary>
    /// <exception cref="InputException">Another command holds the location, the lock file is invalid, or the location cannot be changed.</exception>
    public static T Run<T>(PluginFolder place, Func<InstallSession, T> work)
    {
        try
        {
            using FolderGuard guard = FolderGuard.Take(place);
            return work(new InstallSession(place));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or TargetFileException)
        {
            throw new InputException(InstallErrors.CannotWrite(place, exception.Message));
        }
    }

    /// <summary>Executes work in a location.</summary>
    /// <exception cref="InputException">Another command holds the location, the lock file is invalid, or the location cannot be changed.</exception>
    public static async Task<T> RunAsync<T>(PluginFolder place, Func<InstallSession, Task<T>> work)
    {
        try
        {
            using FolderGuard guard = FolderGuard.Take(place);
            return await work(new InstallSession(place));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or TargetFileException)
        {
            throw new InputException(InstallErrors.CannotWrite(place, exception.Message));
        }
    }

    /// <summary>A package in the lock file.</summary>
    /// <exception cref="InputException">The package is not in the lock file.</exception>
    public LockedPackage FindLocked(string id) =>
        Lock.Find(id) ?? throw new InputException(InstallErrors.NotInstalled(_place, id, Lock));

    /// <summary>Installs a version and locks it.</summary>
    public async Task<PackageChange> InstallAsync(
        string id, NuGetVersion version, PluginSources sources, InstallOptions options, CancellationToken cancellation)
    {
        LockedPackage? before = Lock.Find(id);
        if (before is null && InstallTransaction.FindInstalled(_place, id) is { } folder)
            throw new InputException(InstallErrors.InTheWay(folder, id));
        using InstallTransaction transaction = new(_place);
        PackageIdentity identity = new(id, version);
        StagedPackage staged = await StageAsync(identity, expected: null, transaction, sources, options, cancellation);
        PluginLock changed = (before is null ? Lock : Lock.Without(before.Id)).With(staged.Locked);
        transaction.Commit(staged.Locked.Id, changed);
        Lock = changed;
        PackageOutcome outcome = before is null ? PackageOutcome.Installed : PackageOutcome.Updated;
        return Change(outcome, staged.Locked) with { PreviousVersion = before?.Version, Plugins = staged.Plugins };
    }

    /// <summary>Restores a package as it is locked, unless its installed content is already correct.</summary>
    public async Task<PackageChange> RestoreAsync(
        LockedPackage locked, PluginSources sources, InstallOptions options, CancellationToken cancellation)
    {
        if (InstallTransaction.FindInstalled(_place, locked.Id) is { } folder && PackageContent.Sha256(folder) == locked.Sha256)
            return Change(PackageOutcome.Unchanged, locked) with { Plugins = PackageReader.Read(folder, _place).Plugins };
        using InstallTransaction transaction = new(_place);
        PackageIdentity identity = new(locked.Id, NuGetVersion.Parse(locked.Version));
        StagedPackage staged = await StageAsync(identity, locked, transaction, sources, options, cancellation);
        transaction.Commit(staged.Locked.Id, locked: null);
        return Change(PackageOutcome.Restored, locked) with { Plugins = staged.Plugins };
    }

    /// <summary>Removes a package and its entry in the lock file.</summary>
    public PackageChange Remove(LockedPackage locked)
    {
        using InstallTransaction transaction = new(_place);
        PluginLock changed = Lock.Without(locked.Id);
        transaction.Commit(locked.Id, changed);
        Lock = changed;
        return Change(PackageOutcome.Removed, locked);
    }

    private async Task<StagedPackage> StageAsync(
        PackageIdentity identity,
        LockedPackage? expected,
        InstallTransaction transaction,
        PluginSources sources,
        InstallOptions options,
        CancellationToken cancellation)
    {
        DownloadTarget download = await sources.DownloadAsync(
            identity,
            expected?.Source,
            isPinned: expected is not null,
            source => new DownloadTarget(transaction.Download, identity, source, options.Limits.PackageBytes, options.Progress),
            cancellation);
        if (expected is not null && expected.PackageSha256 != download.Sha256)
            throw new InputException(PackageErrors.OtherPackage(download.Title, expected, download.Sha256));
        StagedPackage staged = await StagedPackage.StageAsync(
            identity, download, _place, transaction, sources.Signatures, options.Limits, cancellation);
        if (expected is not null && expected.Sha256 != staged.Locked.Sha256)
            throw new InputException(PackageErrors.OtherContent(download.Title, expected, staged.Locked.Sha256));
        cancellation.ThrowIfCancellationRequested();
        return staged;
    }

    private PackageChange Change(PackageOutcome outcome, LockedPackage package) =>
        new(outcome, package, Path.Combine(_place.Path, package.Id));
}
