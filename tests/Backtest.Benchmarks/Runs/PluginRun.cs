using System.Diagnostics;
using Backtest.Abstractions.Runtime;
using Backtest.Hosting;

namespace Backtest.Benchmarks;

/// <summary>Lists a hundred plugin folders, made of those the tool comes with, and loads one.</summary>
public sealed class PluginRun
{
    private const int Folders = 100;

    private readonly string _bundled;

    /// <summary>Makes the folders.</summary>
    /// <param name="bundled">The folder of the plugins the tool comes with.</param>
    public PluginRun(string bundled)
    {
        _bundled = bundled;
        Place = Directory.CreateTempSubdirectory("backtest-plugins-").FullName;
        string[] packages = [.. Directory.GetDirectories(bundled).Order(StringComparer.Ordinal)];
        for (int index = 0; index < Folders; index++)
            CopyAs($"Copy{index:00}.{Path.GetFileName(packages[index % packages.Length])}", packages[index % packages.Length]);
    }

    /// <summary>Where the folders are.</summary>
    public string Place { get; }

    /// <summary>Lists them, and tells how many plugins can be used.</summary>
    public int List() => Scan(Place).Plugins.Count(choice => choice.Package.Problems.Count == 0);

    /// <summary>Loads a plugin the tool comes with from a copy of its folder, unloads it, and tells how long loading took.</summary>
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
