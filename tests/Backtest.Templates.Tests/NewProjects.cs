namespace Backtest.Tests;

/// <summary>Makes projects and works in them, with the tool as it is installed and packages of their own.</summary>
public sealed class NewProjects : IDisposable
{
    private static readonly string Tool = Path.Combine(AppContext.BaseDirectory, "backtest.dll");
    private static readonly string Home = Path.Combine(AppContext.BaseDirectory, "home");

    private readonly TemporaryFolder _folder = new();
    private readonly Shell _shell = new(Home);

    public NewProjects()
    {
        // Packages of others may stay from run to run; ours are of the same version and another content.
        string packages = Path.Combine(Home, "packages");
        if (!Directory.Exists(packages))
            return;
        foreach (string ours in Directory.EnumerateDirectories(packages, "backtest.*"))
            Directory.Delete(ours, recursive: true);
    }

    /// <summary>Makes a project.</summary>
    /// <returns>Its folder.</returns>
    public async Task<string> New(string kind, string name)
    {
        (await Backtest(_folder.Path, "new", kind, name)).Succeeded();
        return _folder.Combine(name);
    }

    /// <summary>Runs the tool in a folder.</summary>
    public Task<Step> Backtest(string folder, params string[] arguments) => _shell.Run(folder, "dotnet", [Tool, .. arguments]);

    /// <summary>Runs the SDK in a folder.</summary>
    public Task<Step> Dotnet(string folder, params string[] arguments) => _shell.Run(folder, "dotnet", arguments);

    public void Dispose() => _folder.Dispose();
}
