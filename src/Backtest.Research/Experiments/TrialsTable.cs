using System.Text.Json;
using System.Text.Json.Nodes;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>Writes <c>trials.parquet</c>, a row for each trial.</summary>
internal static class TrialsTable
{
    /// <summary>The name of the table.</summary>
    public const string Name = "trials";

    /// <summary>Names that columns have beside those of searched parameters.</summary>
    public static IEnumerable<string> OwnColumns =>
        Metric.All.Select(metric => metric.Name).Concat(["number", "share", "status", "hash", "message", "seconds"]);

    /// <summary>Writes the table. It is there whole or not at all.</summary>
    /// <param name="folder">The folder it is written to.</param>
    /// <param name="plan">What was searched.</param>
    /// <param name="trials">The trials, by number.</param>
    /// <param name="isCsv">Whether it is written as CSV.</param>
    public static void Write(string folder, SearchPlan plan, IReadOnlyList<TrialResult> trials, bool isCsv = false)
    {
        ColumnType[] types = [.. plan.Parameters.Select(parameter => TypeOf(parameter, trials))];
        string temporary = $".tmp-{Name}";
        using (TableWriter table = TableWriter.Create(folder, temporary, [.. Columns(plan, types)], isCsv))
        {
            foreach (TrialResult trial in trials)
            {
                Write(table, plan, types, trial);
                table.EndRow();
            }

            table.Complete();
        }

        string extension = isCsv ? "csv" : "parquet";
        File.Move(Path.Combine(folder, $"{temporary}.{extension}"), Path.Combine(folder, $"{Name}.{extension}"), overwrite: true);
    }

    private static IEnumerable<ColumnSchema> Columns(SearchPlan plan, ColumnType[] types) =>
    [
        new ColumnSchema("number", ColumnType.Integer, IsNullable: false),
        .. plan.Parameters.Select((parameter, index) => new ColumnSchema(parameter.Name, types[index], IsNullable: true)),
        .. plan.Objectives.Select(objective => new ColumnSchema($"objective_{objective.Name}", ColumnType.Real, IsNullable: true)),
        .. Metric.All.Select(metric => new ColumnSchema(metric.Name, ColumnType.Real, IsNullable: true)),
        new ColumnSchema("share", ColumnType.Real, IsNullable: false),
        new ColumnSchema("status", ColumnType.Text, IsNullable: false),
        new ColumnSchema("hash", ColumnType.Text, IsNullable: true),
        new ColumnSchema("message", ColumnType.Text, IsNullable: true),
        new ColumnSchema("seconds", ColumnType.Real, IsNullable: false),
    ];

    private static void Write(TableWriter table, SearchPlan plan, ColumnType[] types, TrialResult trial)
    {
        table.Integer(trial.Number);
        JsonObject parameters = trial.Parameters;
        for (int i = 0; i < types.Length; i++)
            Write(table, types[i], parameters[plan.Parameters[i].Name]);
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

    /// <summary>Whole numbers, numbers, or the text of anything else.</summary>
    private static ColumnType TypeOf(SearchedParameter parameter, IReadOnlyList<TrialResult> trials)
    {
        bool areWhole = true;
        foreach (TrialResult trial in trials)
        {
            if (trial.Parameters[parameter.Name] is not JsonValue value || value.GetValueKind() != JsonValueKind.Number)
                return ColumnType.Text;
            double number = (double)value;
            areWhole &= number == Math.Floor(number) && Math.Abs(number) < long.MaxValue;
        }

        return areWhole ? ColumnType.Integer : ColumnType.Real;
    }
}
