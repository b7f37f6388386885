using Backtest.Abstractions.Runtime;
using Backtest.Hosting;

namespace Backtest.Tests.Packages;

public sealed class PluginInstallerTests : InstallTests
{
    [Fact]
    public async Task An_installed_package_is_a_plugin_folder_and_is_locked_by_its_content()
    {
        Packages.Strategy("Acme.Cross", "1.2.3");

        PackageChange change = await InstallAsync("acme.cross");

        Assert.Equal(PackageOutcome.Installed, change.Outcome);
        PluginPackage package = Assert.Single(Catalogs.Scan(Place.Path).Packages);
        Assert.Empty(package.Problems);
        Assert.Equal("Acme.Cross", package.Id);
        LockedPackage locked = Assert.Single(Lock.Packages);
        Assert.Equal(("Acme.Cross", "1.2.3", "feed"), (locked.Id, locked.Version, locked.Source));
        Assert.Equal(package.ComputeSha256(), locked.Sha256);
        Assert.Equal(["Acme.Cross.deps.json", "Acme.Cross.dll"], locked.Files.Keys.Order());
    }

    [Fact]
    public async Task What_is_extracted_lies_as_in_the_package_subfolders_included()
    {
        string folder = new PluginBuilder(Folder.Combine("build")).Strategy("Acme.Cross", "cross");
        Directory.CreateDirectory(Path.Combine(folder, "runtimes", "any"));
        File.WriteAllText(Path.Combine(folder, "runtimes", "any", "größe 1+1.txt"), "x");
        Packages.Pack(folder);

        await InstallAsync("Acme.Cross");

        Assert.Equal("x", File.ReadAllText(InstalledFile("Acme.Cross", "runtimes/any/größe 1+1.txt")));
    }

    [Fact]
    public async Task The_newest_version_is_installed_prereleases_left_out()
    {
        foreach (string version in new[] { "1.9.0", "1.10.0", "2.0.0-beta.1" })
            Packages.Strategy("Acme.Cross", version);

        Assert.Equal("1.10.0", (await InstallAsync("Acme.Cross")).Package.Version);
    }

    [Theory]
    [InlineData("2.0.0-beta.1", false)]
    [InlineData(null, true)]
    public async Task A_prerelease_is_installed_when_named_or_asked_for(string? version, bool prerelease)
    {
        Packages.Strategy("Acme.Cross", "1.0.0");
        Packages.Strategy("Acme.Cross", "2.0.0-beta.1");

        PackageChange change = await InstallAsync("Acme.Cross", version, new InstallOptions { Prerelease = prerelease });

        Assert.Equal("2.0.0-beta.1", change.Package.Version);
    }

    [Fact]
    public async Task Of_prereleases_alone_the_newest_is_named_and_none_installed()
    {
        Packages.Strategy("Acme.Cross", "2.0.0-beta.1");

        InputError error = await RefusesAsync("Acme.Cross");

        Assert.Contains("2.0.0-beta.1", error.Message);
        Assert.Contains("Acme.Cross@2.0.0-beta.1", error.Fix);
    }

    [Fact]
    public async Task What_is_locked_stays_when_a_newer_version_is_there()
    {
        Packages.Strategy("Acme.Cross", "1.0.0");
        await InstallAsync("Acme.Cross");
        Packages.Strategy("Acme.Cross", "1.1.0");

        PackageChange change = await InstallAsync("Acme.Cross");

        Assert.Equal((PackageOutcome.Unchanged, "1.0.0"), (change.Outcome, change.Package.Version));
    }

    [Fact]
    public async Task A_named_version_replaces_the_locked_one()
    {
        Packages.Strategy("Acme.Cross", "1.0.0");
        Packages.Strategy("Acme.Cross", "1.1.0");
        await InstallAsync("Acme.Cross", "1.0.0");
        File.WriteAllText(InstalledFile("Acme.Cross", "of-the-old-one.txt"), "x");

        PackageChange change = await InstallAsync("Acme.Cross", "1.1");

        Assert.Equal((PackageOutcome.Updated, "1.0.0"), (change.Outcome, change.PreviousVersion));
        Assert.Equal("1.1.0", Assert.Single(Lock.Packages).Version);
        Assert.Equal("1.1.0", Assert.Single(Catalogs.Scan(Place.Path).Packages).Version);
        Assert.False(File.Exists(InstalledFile("Acme.Cross", "of-the-old-one.txt")));
    }

    [Fact]
    public async Task An_older_version_is_installed_only_when_that_is_allowed()
    {
        Packages.Strategy("Acme.Cross", "1.0.0");
        Packages.Strategy("Acme.Cross", "1.1.0");
        await InstallAsync("Acme.Cross");

        InputError error = await RefusesAsync("Acme.Cross", "1.0.0");
        Assert.Equal("package_downgrade", error.Code);
        PackageChange change = await InstallAsync("Acme.Cross", "1.0.0", new InstallOptions { AllowDowngrade = true });

        Assert.Equal("1.0.0", change.Package.Version);
    }

    [Fact]
    public async Task Update_takes_the_newest_version_of_every_package()
    {
        Packages.Strategy("Acme.Cross", "1.0.0");
        Packages.Strategy("Acme.Trend", "1.0.0");
        await InstallAsync("Acme.Cross");
        await InstallAsync("Acme.Trend");
        Packages.Strategy("Acme.Cross", "1.1.0");

        IReadOnlyList<PackageChange> changes = await Installer().UpdateAsync(id: null, Cancellation);

        Assert.Equal([PackageOutcome.Updated, PackageOutcome.Unchanged], changes.Select(change => change.Outcome));
        Assert.Equal(["1.1.0", "1.0.0"], Lock.Packages.Select(package => package.Version));
    }

    [Fact]
    public async Task Update_of_a_package_that_is_not_locked_is_refused()
    {
        Packages.Strategy("Acme.Cross");

        Assert.Equal("plugin_not_installed", (await RefusesAsync(() => Installer().UpdateAsync("Acme.Cross", Cancellation))).Code);
    }

    [Fact]
    public async Task Restoring_brings_back_what_is_missing_and_what_was_changed()
    {
        foreach (string id in new[] { "Acme.Cross", "Acme.Range", "Acme.Trend" })
        {
            Packages.Strategy(id);
            await InstallAsync(id);
        }

        Directory.Delete(Path.Combine(Place.Path, "Acme.Cross"), recursive: true);
        File.AppendAllText(InstalledFile("Acme.Range", "Acme.Range.deps.json"), " ");
        string lockFile = File.ReadAllText(Place.LockFile!);

        IReadOnlyList<PackageChange> changes = await Installer().RestoreAsync(Cancellation);

        Assert.Equal(
            [PackageOutcome.Restored, PackageOutcome.Restored, PackageOutcome.Unchanged], changes.Select(change => change.Outcome));
        Assert.All(LockComparison.Compare(Place), check => Assert.Equal(PackageState.Intact, check.State));
        Assert.Equal(lockFile, File.ReadAllText(Place.LockFile!));
    }

    [Fact]
    public async Task Restoring_without_a_lock_file_says_what_to_do()
    {
        InputError error = await RefusesAsync(() => Installer().RestoreAsync(Cancellation));

        Assert.Equal("nothing_locked", error.Code);
    }

    [Fact]
    public async Task Removing_takes_folder_and_lock_and_leaves_the_others()
    {
        Packages.Strategy("Acme.Cross");
        Packages.Strategy("Acme.Trend");
        await InstallAsync("Acme.Cross");
        await InstallAsync("Acme.Trend");

        PackageChange change = PluginInstaller.Remove(Place, "acme.cross");

        Assert.Equal(PackageOutcome.Removed, change.Outcome);
        Assert.Equal("Acme.Trend", Assert.Single(Catalogs.Scan(Place.Path).Packages).Id);
        Assert.Equal("Acme.Trend", Assert.Single(Lock.Packages).Id);
    }

    [Fact]
    public async Task Removing_what_was_dropped_in_is_refused()
    {
        new PluginBuilder(Place.Path).Strategy("Acme.Cross", "cross");

        InputError error = await RefusesAsync(() => Task.FromResult(PluginInstaller.Remove(Place, "Acme.Cross")));

        Assert.Equal("plugin_not_installed", error.Code);
    }

    [Fact]
    public async Task A_folder_that_was_dropped_in_is_not_overwritten()
    {
        Packages.Strategy("Acme.Cross");
        new PluginBuilder(Place.Path).Strategy("Acme.Cross", "cross");

        Assert.Equal("plugin_not_locked", (await RefusesAsync("Acme.Cross")).Code);
    }

    [Fact]
    public async Task Nothing_of_a_package_runs_when_it_is_installed()
    {
        string witness = Folder.Combine("witness");
        string folder = new PluginBuilder(Folder.Combine("build")).Package("Acme.Loud", $$"""
            {{PluginBuilder.Listing("loud")}}
            {{PluginBuilder.Factory("\"loud\"")}}
            static class Start
            {
                [System.Runtime.CompilerServices.ModuleInitializer]
                internal static void Run() => System.IO.File.WriteAllText(@"{{witness}}", "ran");
            }
            """);
        Packages.Pack(folder);

        await InstallAsync("Acme.Loud");
        Assert.False(File.Exists(witness));

        using PluginLoader loader = new([typeof(PluginFactory).Assembly]);
        loader.Load(Catalogs.Scan(Place.Path).Find(PluginKind.Strategy, "loud")!);
        Assert.True(File.Exists(witness));
    }

    [Fact]
    public async Task A_lock_file_is_written_for_people_to_read_and_compare()
    {
        Packages.Strategy("Acme.Cross");

        LockedPackage locked = (await InstallAsync("Acme.Cross")).Package;

        Assert.Equal(
            $$"""
            {
              "version": 1,
              "packages": {
                "Acme.Cross": {
                  "version": "1.0.0",
                  "sha256": "{{locked.Sha256}}",
                  "packageSha256": "{{locked.PackageSha256}}",
                  "source": "feed",
                  "files": {
                    "Acme.Cross.deps.json": "{{locked.Files["Acme.Cross.deps.json"]}}",
                    "Acme.Cross.dll": "{{locked.Files["Acme.Cross.dll"]}}"
                  }
                }
              }
            }

            """,
            File.ReadAllText(Place.LockFile!));
    }

    [Fact]
    public async Task The_same_packages_installed_in_another_order_give_the_same_lock_file()
    {
        Packages.Strategy("Acme.Cross");
        Packages.Strategy("Acme.Trend");
        await InstallAsync("Acme.Cross");
        await InstallAsync("Acme.Trend");
        string first = File.ReadAllText(Place.LockFile!);

        PluginInstaller.Remove(Place, "Acme.Cross");
        await InstallAsync("Acme.Cross");

        Assert.Equal(first, File.ReadAllText(Place.LockFile!));
    }
}
