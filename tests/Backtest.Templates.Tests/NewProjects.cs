namespace Backtest.Tests;

/// <summary>Creates projects and works in them, with the installed tool and a separate package folder.</summary>
public sealed class NewProjects : IDisposable
{
    private static readonly string Tool = Path.Combine(AppContext.BaseDirectory, "backtest.dll");
    private static readonly string Home = Path.Combine(AppContext.BaseDirectory, "home");

    private readonly TemporaryFolder _folder = new();
    private readonly Shell _shell = new(Home);

    public NewProjects()
    {
        // Other packages may stay between runs; ours have the same version but different content.
        string packages = Path.Combine(Home, "packages");
        if (!Directory.Exists(packages))
            return;
        foreach (string ours in Directory.EnumerateDirectories(packages, "backtest.*"))
            Directory.Delete(ours, recursive: true);
    }

    /// <summary>The kinds of projects that have templates.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        [.. Directory.EnumerateDirectories(Path.Combine(AppContext.BaseDirectory, "templates")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    /// <summary>Creates a project.</summary>
    /// <returns>Its folder.</returns>
    public async Task<string> New(string kind, string name)
    {
        (await Backtest(_folder.Path, "new", kind, name)).Succeeded();
        return _folder.Combine(name);
    }

    /// <summary>Combines created projects in one solution.</summary>
    /// <returns>Its folder.</returns>
    public string Join(IReadOnlyList<string> folders)
    {
        string all = Directory.CreateDirectory(_folder.Combine("all")).FullName;
        IEnumerable<string> files = folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories));
        File.WriteAllText(Path.Combine(all, "all.slnx"), $"<Solution>{string.Concat(files.Select(file => $"<Project Path=\"{file}\" />"))}</Solution>");
        // This file selects the test runner.
        File.Copy(Path.Combine(folders[0], "global.json"), Path.Combine(all, "global.json"));
        return all;
    }

    /// <summary>Runs the tool in a folder.</summary>
    public Task<Step> Backtest(string folder, params string[] arguments) => _shell.Run(folder, "dotnet", [Tool, .. arguments]);

    /// <summary>Runs the SDK in a folder.</summary>
    public Task<Step> Dotnet(string folder, params string[] arguments) => _shell.Run(folder, "dotnet", arguments);

    public void Dispose() => _folder.Dispose();
}
