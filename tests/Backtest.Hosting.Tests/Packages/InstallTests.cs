using Backtest.Hosting;

namespace Backtest.Tests.Packages;

/// <summary>A project whose package source is a folder.</summary>
public abstract class InstallTests : IDisposable
{
    private protected InstallTests()
    {
        Directory.CreateDirectory(Project);
        File.WriteAllText(Path.Combine(Project, "nuget.config"), """
            <configuration>
              <config><clear /></config>
              <packageSources><clear /><add key="feed" value="../feed" /></packageSources>
              <disabledPackageSources><clear /></disabledPackageSources>
              <packageSourceMapping><clear /></packageSourceMapping>
            </configuration>
            """);
        Packages = new PackageFactory(Folder.Combine("feed"));
    }

    private protected TemporaryFolder Folder { get; } = new();

    private protected PackageFactory Packages { get; }

    private protected string Project => Folder.Combine("project");

    private protected PluginFolder Place => PluginFolders.OfProject(Project);

    private protected PluginLock Lock => PluginLock.Read(Place.LockFile!);

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected PluginInstaller Installer(InstallOptions? options = null, string? source = null) =>
        new(Place, PluginSources.Read(Project, source), options ?? new InstallOptions());

    private protected Task<PackageChange> InstallAsync(string id, string? version = null, InstallOptions? options = null) =>
        Installer(options).InstallAsync(id, version, Cancellation);

    private protected async Task<InputError> RefusesAsync(Func<Task> work)
    {
        Dictionary<string, string> before = Snapshot();
        InputException exception = await Assert.ThrowsAsync<InputException>(work);
        Assert.Equal(before, Snapshot());
        return exception.Errors[0];
    }

    private protected Task<InputError> RefusesAsync(string id, string? version = null, InstallOptions? options = null) =>
        RefusesAsync(() => InstallAsync(id, version, options));

    private protected string InstalledFile(string id, string file) => Path.Combine(Place.Path, id, file);

    // The content of all files in the project, to check that a refused install changes nothing.
    private Dictionary<string, string> Snapshot() =>
        Directory.EnumerateFiles(Project, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != ".install.lock")
            .ToDictionary(file => file, file => Convert.ToHexString(File.ReadAllBytes(file)));
}
