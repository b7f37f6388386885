using BenchmarkDotNet.Attributes;

namespace Backtest.Benchmarks;

/// <summary>A hundred plugin folders listed by metadata, and one plugin loaded. There is no loop to compare with.</summary>
[MemoryDiagnoser]
public class HundredPlugins
{
    private PluginRun? _run;

    /// <summary>Creates the folders.</summary>
    [GlobalSetup]
    public void MakeFolders() => _run = new PluginRun(Path.Combine(
        BuiltTool.Folder ?? throw new InvalidOperationException("build src/Backtest.Cli in Release first"), "plugins"));

    /// <summary>Deletes the folders.</summary>
    [GlobalCleanup]
    public void DeleteFolders() => _run!.DeleteFolders();

    /// <summary>Lists them.</summary>
    [Benchmark]
    public int List() => _run!.List();

    /// <summary>Finds and loads one.</summary>
    [Benchmark]
    public TimeSpan Load() => _run!.Load();
}
