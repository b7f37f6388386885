using Backtest.Cli.Composition;
using Backtest.Data;
using Backtest.Engine;
using Backtest.Hosting;
using Backtest.Results;

namespace Backtest.Cli.Watching;

/// <summary>What a run is made of: its file, its data, and the places its plugins are looked for in.</summary>
/// <param name="RunFile">The run file's absolute path.</param>
/// <param name="Places">Where its plugins are looked for.</param>
/// <param name="Data">Its data; empty: not known, the file being wrong.</param>
/// <param name="Read">The files of its universes, and of the signals it replays.</param>
internal sealed record WatchedFiles(
    string RunFile, PluginFolders Places, IReadOnlyList<BarSourceOptions> Data, IReadOnlyList<string> Read)
{
    /// <summary>Reads a run file for what its run would be made of.</summary>
    /// <param name="request">The run file and what was given with it.</param>
    /// <param name="before">What it was made of before, for a file that cannot be read now.</param>
    public static WatchedFiles Of(RunFileRequest request, WatchedFiles? before)
    {
        try
        {
            WorkflowConfig config = Configuration.RunFile.Load(request.File, request.Overrides);
            return Create(request, config.PluginFolders, config.Data, [.. UniversesOf(config), .. SignalsOf(config)]) with
            {
                Finer = config.Execution.FinerBars,
            };
        }
        catch (InputException)
        {
            return before ?? Create(request, [], data: [], read: []);
        }
    }

    /// <summary>How finer bars are used; null: they are not.</summary>
    private FinerBarsConfig? Finer { get; init; }

    /// <summary>The files as they are now.</summary>
    public FileSnapshot Snapshot() => FileSnapshot.Take([RunFile, .. Places.Files(), .. DataFiles()]);

    /// <summary>The folders these files are in.</summary>
    public IEnumerable<WatchedFolder> Folders() =>
    [
        new WatchedFolder(Path.GetDirectoryName(RunFile)!, IsDeep: false),
        .. Places.Folders.Select(place => new WatchedFolder(place.Path, IsDeep: true)),
        .. DataFiles().Select(file => new WatchedFolder(Path.GetDirectoryName(Path.GetFullPath(file))!, IsDeep: false)),
    ];

    private static WatchedFiles Create(
        RunFileRequest request,
        IReadOnlyList<string> runFileFolders,
        IReadOnlyList<BarSourceOptions> data,
        IReadOnlyList<string> read) =>
        new(Path.GetFullPath(request.File), Workspace.Places(request.File, runFileFolders, request.PluginFolders), data, read);

    private static IReadOnlyList<string> UniversesOf(WorkflowConfig config) =>
    [
        .. config.Classifiers.SelectMany(classifier => classifier.Portfolios).Concat(config.Portfolios)
            .SelectMany(portfolio => portfolio.Strategies)
            .Select(strategy => strategy.Universe).OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(path => Path.Combine(Path.GetDirectoryName(config.File) ?? "", path)),
    ];

    private static IReadOnlyList<string> SignalsOf(WorkflowConfig config) => config is { Workflow: Workflows.Replay, Signals.From: { } from }
        ? SignalFiles.Find(Path.Combine(Path.GetDirectoryName(config.File) ?? "", from))
        : [];

    private IEnumerable<string> FinerFiles() =>
        Finer is { } asked ? Data.SelectMany(source => BarSources.FinerFiles(source, asked.Timeframe)) : [];

    private IReadOnlyList<string> DataFiles()
    {
        try
        {
            return [.. Data.SelectMany(BarSources.Files), .. FinerFiles(), .. Read];
        }
        catch (Exception exception) when (exception is InputException or IOException or UnauthorizedAccessException)
        {
            // There are none yet, or no longer.
            return [];
        }
    }
}
