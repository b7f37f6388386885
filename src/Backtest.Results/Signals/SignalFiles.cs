using System.Security.Cryptography;
using Backtest.Engine;

namespace Backtest.Results;

/// <summary>Reads the signals to replay: those of one table, of one run folder, or of a folder of these.</summary>
public sealed class SignalFiles
{
    private const string Table = "signals";
    private const string ManifestFile = "manifest.json";

    private readonly List<StoredSignal> _signals = [];
    private readonly OrderedDictionary<(string Portfolio, string Strategy), bool> _strategies = [];
    private readonly Dictionary<(string Portfolio, string Strategy), IReadOnlyList<string>> _names = [];
    private readonly Dictionary<(string Portfolio, string Strategy, string Symbol, long Time), string> _given = [];
    private readonly List<DataFile> _files = [];
    private readonly List<IReadOnlyList<string>> _data = [];

    private SignalFiles()
    {
    }

    /// <summary>Adds its signals to a replay; any other run is returned unchanged.</summary>
    /// <param name="config">The run.</param>
    /// <exception cref="InputException">There are no signals at the configured path, or they cannot be read.</exception>
    public static WorkflowConfig Attach(WorkflowConfig config)
    {
        if (config is not { Workflow: Workflows.Replay, Signals: { From: { } from } signals })
            return config;
        string path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(config.File) ?? "", from));
        return config with { Recorded = Read(path, signals.Position with { File = config.File }) };
    }

    /// <summary>The tables of signals at a path.</summary>
    /// <param name="path">A table of signals, a run folder, or a folder of these.</param>
    public static IReadOnlyList<string> Find(string path)
    {
        if (File.Exists(path))
            return [path];
        if (!Directory.Exists(path))
            return [];
        if (TableOf(path) is { } own)
            return [own];
        IEnumerable<string> files = Directory.EnumerateFiles(path).Where(file => Path.GetExtension(file).ToLowerInvariant() is ".parquet" or ".csv");
        IEnumerable<string> runs = Directory.EnumerateDirectories(path).Where(folder => !Path.GetFileName(folder).StartsWith('.')).Select(TableOf).OfType<string>();
        return [.. files.Order(StringComparer.Ordinal), .. runs.Order(StringComparer.Ordinal)];
    }

    /// <summary>Reads all signals at a path.</summary>
    /// <param name="path">A table of signals, a run folder, or a folder of these.</param>
    /// <param name="position">The position of the path in the run file.</param>
    /// <exception cref="InputException">There are none, or they cannot be read.</exception>
    public static StoredSignals Read(string path, SourcePosition position = default)
    {
        IReadOnlyList<string> tables = Find(path);
        if (tables.Count == 0)
        {
            throw new InputException(new InputError("no_signals", $"there is no table of signals at {path}")
            {
                Key = "signals.from",
                Position = position,
                Fix = "Name a run folder that has one, or its file signals.parquet or signals.csv.",
            });
        }

        var files = new SignalFiles();
        foreach (string table in tables)
            files.Add(table);
        return new StoredSignals
        {
            // For equal times, keep the order of files, and within a file that of the signals.
            Signals = [.. files._signals.OrderBy(signal => signal.Time)],
            Strategies = [.. files._strategies.Keys],
            IndicatorNames = files._names,
            Files = files._files,
            Data = files._data,
        };
    }

    private static string? TableOf(string folder) =>
        new[] { $"{Table}.parquet", $"{Table}.csv" }.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private void Add(string path)
    {
        string manifest = Path.Combine(Path.GetDirectoryName(path)!, ManifestFile);
        if (File.Exists(manifest))
            Add(StoredRun.Read(manifest, ResultsJson.ReadManifest, "Repeat the run, or use the table of signals without its folder's manifest."));
        SignalTable table = SignalTable.Read(path);
        foreach (((string, string) strategy, List<string> names) in table.IndicatorNames)
        {
            _strategies.TryAdd(strategy, true);
            if (!_names.TryAdd(strategy, names) && !_names[strategy].SequenceEqual(names))
                throw Conflict(path, $"strategy '{strategy.Item2}' reads different indicators here than in another file");
        }

        foreach (StoredSignal signal in table.Signals)
        {
            (string, string, string, long) key = (signal.Portfolio, signal.Strategy, signal.Symbol, signal.Time);
            if (_given.TryGetValue(key, out string? other) && other != path)
                throw Conflict(path, $"{other} also has signals of strategy '{signal.Strategy}' on '{signal.Symbol}' at the same times, the first at {new DateTime(signal.Time, DateTimeKind.Utc):O}");
            _given[key] = path;
        }

        _signals.AddRange(table.Signals.OrderBy(signal => signal.Time).ThenBy(signal => signal.Id));
        using FileStream content = File.OpenRead(path);
        _files.Add(new DataFile(path, Convert.ToHexStringLower(SHA256.HashData(content)), table.Signals.Count, 0, []));
    }

    private void Add(Manifest manifest)
    {
        _data.Add([.. manifest.Data.Select(file => file.Sha256)]);
        foreach (ManifestPortfolio portfolio in ManifestTree.Portfolios(manifest.Config))
        {
            foreach (string strategy in portfolio.Strategies)
                _strategies.TryAdd((portfolio.Name, strategy), true);
        }
    }

    private static InputException Conflict(string path, string message) => new(new InputError("same_signals", message)
    {
        Position = new SourcePosition(path),
        Key = "signals.from",
        Fix = "Name one of the runs, or a folder with runs that do not overlap.",
    });
}
