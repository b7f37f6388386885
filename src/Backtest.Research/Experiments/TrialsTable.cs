using System.Text.Json;
using System.Text.Json.Nodes;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>Writes <c>trials.parquet</c>, with one row per trial.</summary>
internal static class TrialsTable
{
    /// <summary>Names of columns other than those of searched parameters.</summary>
    public static IEnumerable<string> OwnColumns =>
        Metric.All.Select(metric => metric.Name).Concat(["number", "share", "status", "hash", "message", "seconds"]);

    /// <summary>Writes the table atomically.</summary>
    /// <param name="file">The file; written as CSV if it has that extension, otherwise as Parquet.</param>
    /// <param name="parameters">The names of the searched parameters.</param>
    /// <param name="goals">The objectives.</param>
    /// <param name="trials">The trials, by number.</param>
    public static void Write(string file, IReadOnlyList<string> parameters, IReadOnlyList<SearchGoal> goals, IReadOnlyList<TrialResult> trials)
    {
        // Parse parameters for each column instead of holding them: those of ten thousand trials would take more memory than the table.
        ColumnType[] types = [.. parameters.Select(parameter => TypeOf(trials.Select(trial => trial.Parameters[parameter])))];
        WholeFile.WriteTable(file, [.. Columns(parameters, types, goals)], table =>
        {
            foreach (TrialResult trial in trials)
            {
                JsonObject values = trial.Parameters;
                Write(table, trial, [.. parameters.Select(parameter => values[parameter])], types);
                table.EndRow();
            }
        });
    }

    private static IEnumerable<ColumnSchema> Columns(IReadOnlyList<string> parameters, ColumnType[] types, IReadOnlyList<SearchGoal> goals) =>
    [
        new ColumnSchema("number", ColumnType.Integer, IsNullable: false),
        .. parameters.Select((parameter, index) => new ColumnSchema(parameter, types[index], IsNullable: true)),
        .. goals.Select(goal => new ColumnSchema($"objective_{goal.Name}", ColumnType.Real, IsNullable: true)),
        .. Metric.All.Select(metric => new ColumnSchema(metric.Name, ColumnType.Real, IsNullable: true)),
        new ColumnSchema("share", ColumnType.Real, IsNullable: false),
        new ColumnSchema("status", ColumnType.Text, IsNullable: false),
        new ColumnSchema("hash", ColumnType.Text, IsNullable: true),
        new ColumnSchema("message", ColumnType.Text, IsNullable: true),
        new ColumnSchema("seconds", ColumnType.Real, IsNullable: false),
    ];

    private static void Write(TableWriter table, TrialResult trial, JsonNode?[] parameters, ColumnType[] types)
    {
        table.Integer(trial.Number);
        for (int i = 0; i < types.Length; i++)
            Write(table, types[i], parameters[i]);
        foreach (double? objective in trial.Objectives)
            table.Real(objective ?? double.NaN);
        foreach (Metric metric in Metric.All)
            table.Real(trial.Metric(metric.Name) ?? double.NaN);
        table.Real(trial.Share);
        table.Text(trial.Status.ToString().ToLowerInvariant());
        table.Text(trial.EventHash);
        table.Text(trial.Message);
        table.Real(trial.Seconds);
    }

    private static void Write(TableWriter table, ColumnType type, JsonNode? value)
    {
        switch (type)
        {
            case ColumnType.Integer:
                table.Integer((long)(double)value!);
                break;
            case ColumnType.Real:
                table.Real((double)value!);
                break;
            default:
                table.Text(value is JsonValue text && text.GetValueKind() == JsonValueKind.String ? (string)text! : value?.ToJsonString());
                break;
        }
    }

    /// <summary>The type of a column: whole numbers, numbers, or text for everything else.</summary>
    private static ColumnType TypeOf(IEnumerable<JsonNode?> values)
    {
        bool areWhole = true;
        foreach (JsonNode? node in values)
        {
            if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.Number)
                return ColumnType.Text;
            double number = (double)value;
            areWhole &= number == Math.Floor(number) && Math.Abs(number) < long.MaxValue;
        }

        return areWhole ? ColumnType.Integer : ColumnType.Real;
    }
}
