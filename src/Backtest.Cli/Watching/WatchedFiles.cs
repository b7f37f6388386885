using Backtest.Cli.Composition;
using Backtest.Data;
using Backtest.Engine;
using Backtest.Hosting;
using Backtest.Results;

namespace Backtest.Cli.Watching;

/// <summary>The inputs of a run: its file, its data, and the folders in which its plugins are searched.</summary>
/// <param name="RunFile">The run file's absolute path.</param>
/// <param name="Places">The folders in which its plugins are searched.</param>
/// <param name="Data">Its data; empty if unknown, because the file is invalid.</param>
/// <param name="Read">The files of its universes, and of the signals it replays.</param>
internal sealed record WatchedFiles(
    string RunFile, PluginFolders Places, IReadOnlyList<BarSourceOptions> Data, IReadOnlyList<string> Read)
{
    /// <summary>Reads a run file and determines the inputs of its run.</summary>
    /// <param name="request">The run file and the command line.</param>
    /// <param name="before">Its previous inputs, used if the file cannot be read now.</param>
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

    /// <summary>How finer bars are used, or null if they are not.</summary>
    private FinerBarsConfig? Finer { get; init; }

    /// <summary>The present state of the files.</summary>
    public FileSnapshot Snapshot() => FileSnapshot.Take([RunFile, .. Places.Files(), .. DataFiles()]);

    /// <summary>The folders of these files.</summary>
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
            // There are no files yet, or no longer.
            return [];
        }
    }
}
