using System.Diagnostics;
using Backtest.Abstractions.Runtime;
using Backtest.Hosting;

namespace Backtest.Benchmarks;

/// <summary>Lists a hundred plugin folders, copied from the bundled ones, and loads a plugin.</summary>
public sealed class PluginRun
{
    private const int Folders = 100;

    private readonly string _bundled;

    /// <summary>Creates the folders.</summary>
    /// <param name="bundled">The folder of the bundled plugins.</param>
    public PluginRun(string bundled)
    {
        _bundled = bundled;
        Place = Directory.CreateTempSubdirectory("backtest-plugins-").FullName;
        string[] packages = [.. Directory.GetDirectories(bundled).Order(StringComparer.Ordinal)];
        for (int index = 0; index < Folders; index++)
            CopyAs($"Copy{index:00}.{Path.GetFileName(packages[index % packages.Length])}", packages[index % packages.Length]);
    }

    /// <summary>The parent of the folders.</summary>
    public string Place { get; }

    /// <summary>Lists the folders, and returns the number of usable plugins.</summary>
    public int List() => Scan(Place).Plugins.Count(choice => choice.Package.Problems.Count == 0);

    /// <summary>Loads a bundled plugin from a copy of its folder, unloads it, and returns how long loading took.</summary>
    public TimeSpan Load()
    {
        PluginChoice choice = Scan(_bundled).Find(PluginKind.Strategy, "momentum")
            ?? throw new InvalidOperationException("the tool comes without the strategy momentum");
        using var loader = new PluginLoader([typeof(PluginFactory).Assembly, typeof(Indicators).Assembly]);
        long start = Stopwatch.GetTimestamp();
        loader.Load(choice);
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>Deletes the folders.</summary>
    public void DeleteFolders() => Directory.Delete(Place, recursive: true);

    private static PluginCatalog Scan(string place) => PluginCatalog.Scan(new PluginFolders([new PluginFolder(place, "benchmark", MustExist: true)]));

    private void CopyAs(string id, string package)
    {
        string name = Path.GetFileName(package);
        string target = Path.Combine(Place, id);
        Directory.CreateDirectory(target);
        foreach (string file in Directory.EnumerateFiles(package))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file).Replace(name, id, StringComparison.Ordinal)));
    }
}
