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

    /// <summary>The kinds there are templates of.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        [.. Directory.EnumerateDirectories(Path.Combine(AppContext.BaseDirectory, "templates")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    /// <summary>Makes a project.</summary>
    /// <returns>Its folder.</returns>
    public async Task<string> New(string kind, string name)
    {
        (await Backtest(_folder.Path, "new", kind, name)).Succeeded();
        return _folder.Combine(name);
    }

    /// <summary>Makes one solution of projects made.</summary>
    /// <returns>Its folder.</returns>
    public string Join(IReadOnlyList<string> folders)
    {
        string all = Directory.CreateDirectory(_folder.Combine("all")).FullName;
        IEnumerable<string> files = folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories));
        File.WriteAllText(Path.Combine(all, "all.slnx"), $"<Solution>{string.Concat(files.Select(file => $"<Project Path=\"{file}\" />"))}</Solution>");
        // It says by which runner tests are run.
        File.Copy(Path.Combine(folders[0], "global.json"), Path.Combine(all, "global.json"));
        return all;
    }

    /// <summary>Runs the tool in a folder.</summary>
    public Task<Step> Backtest(string folder, params string[] arguments) => _shell.Run(folder, "dotnet", [Tool, .. arguments]);

    /// <summary>Runs the SDK in a folder.</summary>
    public Task<Step> Dotnet(string folder, params string[] arguments) => _shell.Run(folder, "dotnet", arguments);

    public void Dispose() => _folder.Dispose();
}
