using System.Text.Json;
using System.Text.Json.Nodes;
using Backtest.Results;

namespace Backtest.Research;

/// <summary>A trial of an experiment that has ended.</summary>
public sealed class TrialResult
{
    /// <summary>The name of its warm-up among its objectives.</summary>
    internal const string WarmUp = "warm_up_days";

    /// <summary>The name, among its objectives, of whether its plugins learn: 1 if they, or those of a trial run with it, do.</summary>
    internal const string Learning = "learns";

    private static readonly string[] MetricNames = [.. Results.Metric.All.Select(metric => metric.Name)];

    private readonly double[] _objectives; // NaN if there is none, as in the metrics
    private readonly double[] _metrics;

    internal TrialResult(TrialEntry entry, IReadOnlyList<SearchGoal> goals)
        : this(entry with { Metrics = null }, goals, Read(entry.Metrics, MetricNames))
    {
    }

    private TrialResult(TrialEntry entry, IReadOnlyList<SearchGoal> goals, double[] metrics)
    {
        Entry = entry;
        _objectives = Read(entry.Objectives, [.. goals.Select(goal => goal.Name)]);
        _metrics = metrics;
        Losses = [.. goals.Zip(_objectives, (goal, value) => goal.Loss(Known(value)))];
    }

    /// <summary>Its number, from 0.</summary>
    public int Number => Entry.Number;

    /// <summary>How it ended.</summary>
    public TrialStatus Status => Entry.Status;

    /// <summary>The fraction of the data's time it ran on.</summary>
    public double Share => Entry.Share;

    /// <summary>The values of the searched parameters, by name.</summary>
    public JsonObject Parameters => JsonNode.Parse(Entry.Parameters)!.AsObject();

    /// <summary>The key it is counted by.</summary>
    public string Key => Entry.Key;

    /// <summary>The hash of the run's events, or null if it did not complete.</summary>
    public string? EventHash => Entry.EventHash;

    /// <summary>How long it took, in seconds: its share of a joint pass.</summary>
    public double Seconds => Entry.Seconds;

    /// <summary>What went wrong, or null if nothing did.</summary>
    public string? Message => Entry.Message;

    /// <summary>The number of trading days until all its indicators had a value, or null if it was not measured.</summary>
    internal double? WarmUpDays => Known(Read(Entry.Objectives, [WarmUp])[0]);

    /// <summary>Whether its plugins learn, or those of a trial run with it.</summary>
    internal bool Learns => Read(Entry.Objectives, [Learning])[0] > 0;

    /// <summary>The objective values, each null if the trial has none or must not win.</summary>
    public IReadOnlyList<double?> Objectives => [.. _objectives.Select(Known)];

    /// <summary>The losses that search methods see; lower is better.</summary>
    internal IReadOnlyList<double> Losses { get; }

    /// <summary>A metric of the total, or null if the trial has none.</summary>
    /// <param name="name">The metric's name, such as <c>sharpe</c>.</param>
    /// <exception cref="ArgumentException">There is no such metric.</exception>
    public double? Metric(string name)
    {
        int index = Array.IndexOf(MetricNames, name);
        return index >= 0 ? Known(_metrics[index]) : throw new ArgumentException($"There is no metric '{name}'.", nameof(name));
    }

    /// <summary>The trial's ledger entry without its metrics, whose text takes many times the memory of their values.</summary>
    internal TrialEntry Entry { get; }

    /// <summary>The same run as another trial, with other objectives.</summary>
    internal TrialResult As(int number, IReadOnlyList<SearchGoal> goals) => new(Entry with { Number = number }, goals, _metrics);

    /// <summary>The same trial with other objectives.</summary>
    internal TrialResult With(IReadOnlyList<SearchGoal> goals) => new(Entry, goals, _metrics);

    /// <summary>The trials that may win, best first by the first objective; of equals, the earlier one.</summary>
    internal static IReadOnlyList<TrialResult> Rank(IEnumerable<TrialResult> trials) =>
    [
        .. trials.Where(trial => trial.Status == TrialStatus.Complete && double.IsFinite(trial.Losses[0]))
            .OrderBy(trial => trial.Losses[0]).ThenBy(trial => trial.Number),
    ];

    /// <summary>The text of a run's metrics: a number or null for each.</summary>
    internal static string Write(PerformanceMetrics metrics) =>
        Write(Results.Metric.All.Select(metric => (metric.Name, metric.Of(metrics))));

    /// <summary>The text of values: a number or null for each.</summary>
    internal static string Write(IEnumerable<(string Name, double? Value)> figures)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach ((string name, double? value) in figures)
            {
                if (value is { } number && double.IsFinite(number))
                    json.WriteNumber(name, number);
                else
                    json.WriteNull(name);
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static double? Known(double value) => double.IsNaN(value) ? null : value;

    private static double[] Read(string? text, string[] names)
    {
        double[] values = new double[names.Length];
        Array.Fill(values, double.NaN);
        if (text is null)
            return values;
        using var document = JsonDocument.Parse(text);
        int next = 0; // most texts have the names in this order
        foreach (JsonProperty property in document.RootElement.EnumerateObject())
        {
            int index = next < names.Length && property.NameEquals(names[next]) ? next : IndexOf(property);
            if (index < 0)
                continue;
            next = index + 1;
            if (property.Value.ValueKind == JsonValueKind.Number)
                values[index] = property.Value.GetDouble();
        }

        return values;

        int IndexOf(JsonProperty property)
        {
            for (int i = 0; i < names.Length; i++)
            {
                if (property.NameEquals(names[i]))
                    return i;
            }

            return -1;
        }
    }
}
