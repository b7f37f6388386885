using Backtest.Hosting;

namespace Backtest.Tests.Packages;

/// <summary>Whatever interrupts an install, the previous state is restored.</summary>
public sealed class InterruptedInstallTests : InstallTests
{
    private string Installed => Path.Combine(Place.Path, "Acme.Cross");

    private string Leftover => Path.Combine(Place.Path, ".install-0123");

    [Fact]
    public async Task A_canceled_install_leaves_what_was_there()
    {
        await InstallTwoVersionsAsync();
        using CancellationTokenSource source = new();
        InstallOptions options = new() { Progress = new Canceling(source) };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Installer(options).InstallAsync("Acme.Cross", "2.0.0", source.Token));

        AssertIntact("1.0.0");
        Assert.Empty(Directory.EnumerateDirectories(Place.Path, ".install-*"));
    }

    [Fact]
    public async Task A_first_install_that_is_refused_leaves_no_folder()
    {
        await RefusesAsync("Acme.Cross");

        Assert.False(Directory.Exists(Place.Path));
    }

    [Fact]
    public async Task An_update_cut_off_before_the_lock_file_was_written_is_undone()
    {
        await InstallTwoVersionsAsync();
        Directory.CreateDirectory(Path.Combine(Leftover, "old"));
        Directory.Move(Installed, Path.Combine(Leftover, "old", "Acme.Cross"));
        new PluginBuilder(Place.Path).Strategy("Acme.Cross", "cross", "2.0.0");

        await InstallAsync("Acme.Cross");

        AssertIntact("1.0.0");
        Assert.False(Directory.Exists(Leftover));
    }

    [Fact]
    public async Task An_update_cut_off_between_its_two_renames_is_undone()
    {
        await InstallTwoVersionsAsync();
        Directory.CreateDirectory(Path.Combine(Leftover, "old"));
        Directory.Move(Installed, Path.Combine(Leftover, "old", "Acme.Cross"));

        IReadOnlyList<PackageChange> changes = await Installer().RestoreAsync(Cancellation);

        Assert.Equal(PackageOutcome.Unchanged, Assert.Single(changes).Outcome);
        AssertIntact("1.0.0");
    }

    [Fact]
    public async Task An_update_cut_off_after_the_lock_file_was_written_stands()
    {
        await InstallTwoVersionsAsync();
        Directory.CreateDirectory(Path.Combine(Leftover, "old", "Acme.Cross"));
        File.WriteAllText(Path.Combine(Leftover, "old", "Acme.Cross", "Acme.Cross.dll"), "of the version before");

        await InstallAsync("Acme.Cross");

        AssertIntact("1.0.0");
        Assert.False(Directory.Exists(Leftover));
    }

    [Fact]
    public async Task A_removal_cut_off_after_the_lock_file_was_written_stands()
    {
        await InstallTwoVersionsAsync();
        PluginInstaller.Remove(Place, "Acme.Cross");
        Directory.CreateDirectory(Path.Combine(Leftover, "old", "Acme.Cross"));
        Packages.Strategy("Acme.Trend");

        await InstallAsync("Acme.Trend");

        Assert.Equal(["Acme.Trend"], Catalogs.Scan(Place.Path).Packages.Select(package => package.Id));
        Assert.False(Directory.Exists(Leftover));
    }

    [Fact]
    public async Task A_lock_file_that_cannot_be_written_takes_the_files_back()
    {
        await InstallTwoVersionsAsync();
        string kept = Folder.Combine("kept.json");
        InstallOptions options = new() { Progress = new Acting(() => ReplaceByFolder(Place.LockFile!, kept)) };

        InputException exception = await Assert.ThrowsAsync<InputException>(() => InstallAsync("Acme.Cross", "2.0.0", options));

        Assert.Equal("plugins_folder", exception.Errors[0].Code);
        Directory.Delete(Place.LockFile!);
        File.Move(kept, Place.LockFile!);
        AssertIntact("1.0.0");
    }

    [Fact]
    public async Task Files_that_cannot_be_written_leave_what_was_there()
    {
        await InstallTwoVersionsAsync();
        InstallOptions options = new() { Progress = new Acting(BlockStaging) };

        InputError error = await RefusesAsync("Acme.Cross", "2.0.0", options);

        Assert.Equal("plugins_folder", error.Code);
        AssertIntact("1.0.0");
        Assert.Empty(Directory.EnumerateDirectories(Place.Path, ".install-*"));
    }

    [Fact]
    public async Task A_file_where_the_folder_should_be_is_reported()
    {
        Packages.Strategy("Acme.Cross");
        File.WriteAllText(Place.Path, "");

        Assert.Equal("plugins_folder", (await RefusesAsync("Acme.Cross")).Code);
    }

    [Fact]
    public async Task While_one_command_installs_another_is_turned_away()
    {
        await InstallTwoVersionsAsync();
        InputError? error = null;
        Acting removing = new(() => error ??= Refusal(() => PluginInstaller.Remove(Place, "Acme.Cross")));
        InstallOptions options = new() { Progress = removing };

        PackageChange change = await InstallAsync("Acme.Cross", "2.0.0", options);

        Assert.Equal("plugins_busy", error!.Code);
        Assert.Equal(PackageOutcome.Updated, change.Outcome);
        AssertIntact("2.0.0");
    }

    // A file in place of the new folder simulates a full disk.
    private void BlockStaging() =>
        File.WriteAllText(Path.Combine(Assert.Single(Directory.EnumerateDirectories(Place.Path, ".install-*")), "new"), "");

    private static InputError Refusal(Action work) => Assert.Throws<InputException>(work).Errors[0];

    private static void ReplaceByFolder(string file, string kept)
    {
        if (!File.Exists(file))
            return;
        File.Move(file, kept);
        Directory.CreateDirectory(file);
    }

    private async Task InstallTwoVersionsAsync()
    {
        Packages.Strategy("Acme.Cross", "1.0.0");
        Packages.Strategy("Acme.Cross", "2.0.0");
        await InstallAsync("Acme.Cross", "1.0.0");
    }

    private void AssertIntact(string version)
    {
        PackageCheck check = Assert.Single(LockComparison.Compare(Place));
        Assert.Equal(PackageState.Intact, check.State);
        Assert.Equal(version, check.Locked!.Version);
        Assert.Equal(version, Assert.Single(Catalogs.Scan(Place.Path).Packages).Version);
    }

    private sealed class Canceling(CancellationTokenSource source) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => source.Cancel();
    }

    private sealed class Acting(Action act) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => act();
    }
}
