using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>Reads and writes a run's Monte Carlo report in its folder: <c>monte_carlo.json</c>, and a table of the bands along the way.</summary>
public static class MonteCarloFiles
{
    private const string Name = "monte_carlo";
    private const int CurrentVersion = 1;

    private static readonly ColumnSchema[] Columns =
    [
        new("method", ColumnType.Text, IsNullable: false),
        new("figure", ColumnType.Text, IsNullable: false),
        new("step", ColumnType.Integer, IsNullable: false),
        new("day", ColumnType.Text, IsNullable: true),
        new("run", ColumnType.Real, IsNullable: true),
        new("p5", ColumnType.Real, IsNullable: false),
        new("p25", ColumnType.Real, IsNullable: false),
        new("p50", ColumnType.Real, IsNullable: false),
        new("p75", ColumnType.Real, IsNullable: false),
        new("p95", ColumnType.Real, IsNullable: false),
    ];

    /// <summary>Writes both files, each atomically.</summary>
    /// <param name="run">The run; the table is written if the run has tables, in their format.</param>
    /// <param name="report">The report.</param>
    /// <exception cref="InputException">The files cannot be written.</exception>
    public static void Write(StoredRun run, MonteCarloReport report)
    {
        try
        {
            WriteTable(run.Folder, report, isCsv: Path.GetExtension(run.FindTable("trades")) == ".csv");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputError("output_not_writable", $"the table {Name} cannot be written: {exception.Message}")
            {
                Fix = $"Check that {run.Folder} is writable.",
            });
        }

        JsonFile.Write(run.Folder, $"{Name}.json", JsonSerializer.Serialize(report, MonteCarloJson.Readable.MonteCarloReport) + "\n");
    }

    /// <summary>The report of a run, or null if there is none or it is about other events.</summary>
    /// <exception cref="InputException">The file cannot be read, or was written by a later release.</exception>
    public static MonteCarloReport? Find(StoredRun run)
    {
        string path = Path.Combine(run.Folder, $"{Name}.json");
        if (!File.Exists(path))
            return null;
        try
        {
            MonteCarloReport report = JsonSerializer.Deserialize(File.ReadAllText(path), MonteCarloJson.Readable.MonteCarloReport)
                ?? throw new JsonException("it is empty");
            if (report.SchemaVersion > CurrentVersion)
            {
                throw new JsonException(FormattableString.Invariant(
                    $"it has version {report.SchemaVersion}, but this release reads versions up to {CurrentVersion}"));
            }

            return report.EventStreamHash == run.Manifest.EventStreamHash ? report : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new InputException(new InputError("unreadable_file", $"the file cannot be read: {exception.Message.ReplaceLineEndings(" ")}")
            {
                Position = new SourcePosition(path),
                Fix = $"Delete it, and create it again with backtest montecarlo {run.Id}.",
            });
        }
    }

    /// <summary>The report as JSON, without the bands along the way, which are in the table.</summary>
    public static JsonNode ToNode(MonteCarloReport report)
    {
        JsonNode node = JsonSerializer.SerializeToNode(report, MonteCarloJson.Readable.MonteCarloReport)!;
        foreach (JsonNode? method in node["methods"]!.AsArray())
            method!.AsObject().Remove("fan");
        return node;
    }

    private static void WriteTable(string folder, MonteCarloReport report, bool isCsv) =>
        WholeFile.WriteTable(Path.Combine(folder, Name + (isCsv ? ".csv" : ".parquet")), Columns, table =>
        {
            foreach (MonteCarloResult result in report.Methods)
            {
                foreach (FanPoint point in result.Fan)
                {
                    if (result.FinalEquity is not null)
                        Write(table, result.Method, "equity", point, point.Equity);
                    Write(table, result.Method, "drawdown", point, point.Drawdown);
                }
            }
        });

    private static void Write(TableWriter table, string method, string figure, FanPoint point, MonteCarloBand band)
    {
        table.Text(method);
        table.Text(figure);
        table.Integer(point.Step);
        table.Text(point.Day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        table.Real(band.Run ?? double.NaN);
        foreach (double quantile in band.Quantiles)
            table.Real(quantile);
        table.EndRow();
    }
}

/// <summary>Serializes the report.</summary>
[JsonSerializable(typeof(MonteCarloReport))]
internal sealed partial class MonteCarloJson : JsonSerializerContext
{
    /// <summary>Indented camelCase, without escaping characters beyond ASCII, because the file is not HTML.</summary>
    public static MonteCarloJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
