using System.Collections.Immutable;
using System.Text.Json;
using Backtest.Engine;

namespace Backtest.Results;

/// <summary>A run folder read from disk: its manifest and metrics immediately, its tables on request.</summary>
public sealed class StoredRun
{
    private const string ManifestFile = "manifest.json";
    private const string MetricsFile = "metrics.json";
    private const string StatisticsFile = "statistics.json";

    private readonly Lazy<RunEquity> _equity;
    private readonly Lazy<ImmutableArray<SignalRow>> _signals;
    private readonly Lazy<ImmutableArray<OrderRow>> _orders;
    private readonly Lazy<ImmutableArray<OrderStateRow>> _orderStates;
    private readonly Lazy<ImmutableArray<FillRow>> _fills;
    private readonly Lazy<ImmutableArray<TradeRow>> _trades;
    private readonly Lazy<ImmutableArray<ActionRow>> _actions;
    private readonly Lazy<ImmutableArray<InterestRow>> _interest;
    private readonly Lazy<ImmutableArray<PositionRow>> _positions;
    private readonly Lazy<ImmutableArray<RegimeRow>> _regimes;
    private readonly Lazy<ImmutableArray<RegimeProbabilityRow>> _probabilities;

    private StoredRun(string folder, Manifest manifest, RunMetrics? metrics)
    {
        Folder = folder;
        Manifest = manifest;
        Metrics = metrics;
        Index = new RowIndex(this);
        _equity = new(() => RunEquity.Read(ReadTable.Read(PathOf(EquityRow.Table), TableSchema.Of<EquityRow>(default)), Portfolios));
        _signals = Table<SignalRecord, SignalRow>(SignalRow.Read);
        _orders = Table<OrderRecord, OrderRow>(OrderRow.Read);
        _orderStates = Table<OrderStateRecord, OrderStateRow>(OrderStateRow.Read);
        _fills = Table<FillRecord, FillRow>(FillRow.Read);
        _trades = Table<TradeRecord, TradeRow>(TradeRow.Read);
        _actions = Table<ActionRecord, ActionRow>(ActionRow.Read);
        _interest = Has(InterestRecord.Table) ? Table<InterestRecord, InterestRow>(InterestRow.Read) : new([]);
        _positions = Table<PositionRecord, PositionRow>(PositionRow.Read);
        _regimes = Table<RegimeRecord, RegimeRow>(RegimeRow.Read);
        _probabilities = Table<RegimeProbabilityRecord, RegimeProbabilityRow>(RegimeProbabilityRow.Read);
    }

    /// <summary>The path of its folder.</summary>
    public string Folder { get; }

    /// <summary>Its id: the name of its folder.</summary>
    public string Id => Path.GetFileName(Folder);

    /// <summary>Its manifest.</summary>
    public Manifest Manifest { get; }

    /// <summary>Its metrics, or null for a run that ends with signals.</summary>
    public RunMetrics? Metrics { get; }

    /// <summary>The statistics of its signals, or null for a run that trades.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public SignalReport? SignalStatistics
    {
        get
        {
            string file = Path.Combine(Folder, StatisticsFile);
            return File.Exists(file) ? Read(file, ResultsJson.ReadSignalReport) : null;
        }
    }

    /// <summary>The names of its portfolios, in declaration order.</summary>
    public IReadOnlyList<string> Portfolios => [.. ManifestTree.Portfolios(Manifest.Config).Select(portfolio => portfolio.Name)];

    /// <summary>The equity of its portfolios: turn by turn, or at the end of each trading day, as it was written.</summary>
    /// <exception cref="InputException">The table cannot be read; this applies to all tables.</exception>
    public RunEquity Equity => _equity.Value;

    /// <summary>The signals, in the order they were decided, each with its outcome.</summary>
    public ImmutableArray<SignalRow> Signals => _signals.Value;

    /// <summary>The orders, in the order they were placed, each with its outcome.</summary>
    public ImmutableArray<OrderRow> Orders => _orders.Value;

    /// <summary>The states of the orders, in the order they occurred.</summary>
    public ImmutableArray<OrderStateRow> OrderStates => _orderStates.Value;

    /// <summary>The fills, in the order they happened.</summary>
    public ImmutableArray<FillRow> Fills => _fills.Value;

    /// <summary>The closed trades, in the order they ended.</summary>
    public ImmutableArray<TradeRow> Trades => _trades.Value;

    /// <summary>The effects of splits and dividends on positions.</summary>
    public ImmutableArray<ActionRow> Actions => _actions.Value;

    /// <summary>Interest paid and received; empty if the run had no rates.</summary>
    public ImmutableArray<InterestRow> Interest => _interest.Value;

    /// <summary>The positions that are open at the end, portfolio by portfolio.</summary>
    public ImmutableArray<PositionRow> Positions => _positions.Value;

    /// <summary>The changes of regime, by time.</summary>
    public ImmutableArray<RegimeRow> Regimes => _regimes.Value;

    /// <summary>The probability of each regime at each bar; empty if probabilities were not requested.</summary>
    public ImmutableArray<RegimeProbabilityRow> RegimeProbabilities => _probabilities.Value;

    /// <summary>Finds related rows.</summary>
    public RowIndex Index { get; }

    /// <summary>The names of its tables.</summary>
    public IReadOnlyList<string> Tables =>
    [
        .. Directory.EnumerateFiles(Folder).Where(file => Path.GetExtension(file) is ".parquet" or ".csv")
            .Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether it has a table.</summary>
    /// <param name="table">The table's name, such as <c>fills</c>.</param>
    public bool Has(string table) => FindTable(table) is not null;

    /// <summary>Reads a run folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="InputException">The folder does not contain a run, or was written by a later release.</exception>
    public static StoredRun Open(string folder)
    {
        string path = Path.GetFullPath(folder);
        string manifest = Path.Combine(path, ManifestFile);
        if (!File.Exists(manifest))
        {
            throw new InputException(new InputError("no_run", $"{path} is not the folder of a run: it has no {ManifestFile}")
            {
                Fix = "Name a folder created by `backtest run`.",
            });
        }

        string metrics = Path.Combine(path, MetricsFile);
        return new StoredRun(path, Read(manifest, ResultsJson.ReadManifest), File.Exists(metrics) ? Read(metrics, ResultsJson.ReadMetrics) : null);
    }

    /// <summary>Whether a folder contains a run.</summary>
    public static bool IsAt(string folder) => File.Exists(Path.Combine(folder, ManifestFile));

    /// <summary>The file of a table, or null if the run has none with that name.</summary>
    /// <param name="table">The table's name, such as <c>fills</c>.</param>
    public string? FindTable(string table) =>
        new[] { $"{table}.parquet", $"{table}.csv" }.Select(name => Path.Combine(Folder, name)).FirstOrDefault(File.Exists);

    /// <summary>Reads one of the JSON files in a run folder.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">Parses its text.</param>
    /// <param name="fix">How to fix a file that cannot be read.</param>
    /// <exception cref="InputException">The file cannot be read, or was written by a later release.</exception>
    internal static T Read<T>(string path, Func<string, T> read, string fix = "Repeat the run.")
    {
        try
        {
            return read(File.ReadAllText(path));
        }
        catch (InputException exception)
        {
            throw new InputException([.. exception.Errors.Select(error => error with { Position = new SourcePosition(path) })]);
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputError("unreadable_file", $"the file cannot be read: {exception.Message.ReplaceLineEndings(" ")}")
            {
                Position = new SourcePosition(path),
                Fix = fix,
            });
        }
    }

    private Lazy<ImmutableArray<TRow>> Table<TRecord, TRow>(Func<ReadTable, int, TRow> read)
        where TRecord : struct, IRow => new(() =>
        {
            ReadTable table = ReadTable.Read(PathOf(TRecord.Table), TableSchema.Of<TRecord>());
            ImmutableArray<TRow>.Builder rows = ImmutableArray.CreateBuilder<TRow>(table.Count);
            for (int row = 0; row < table.Count; row++)
                rows.Add(read(table, row));
            return rows.MoveToImmutable();
        });

    private string PathOf(string table) => FindTable(table) ?? throw new InputException(new InputError(
        "no_table", $"the run in {Folder} has no table '{table}'")
    {
        Key = "output.tables",
        Fix = "Repeat the run with `output.tables: parquet`, or csv.",
    });
}
