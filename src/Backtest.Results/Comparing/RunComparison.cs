using System.Text.Json.Nodes;

namespace Backtest.Results;

/// <summary>A value in which two runs differ.</summary>
/// <param name="Name">A path of the configuration, a file, or a plugin.</param>
/// <param name="First">The first run's value, or null if it has none.</param>
/// <param name="Second">The second run's value, or null if it has none.</param>
public sealed record ValueDifference(string Name, string? First, string? Second);

/// <summary>Where two runs diverge.</summary>
/// <param name="Container">The container in which they diverge.</param>
/// <param name="First">The event of the first run, or null if it has no more.</param>
/// <param name="Second">The event of the second run, or null if it has no more.</param>
/// <param name="Fields">The columns in which the two events differ; empty if one is missing or belongs to another table.</param>
/// <param name="Before">The last common events before it.</param>
/// <param name="Index">The number of common events of the container.</param>
public sealed record PartingEvent(
    string Container, RunEvent? First, RunEvent? Second, IReadOnlyList<ValueDifference> Fields, IReadOnlyList<RunEvent> Before, int Index)
{
    /// <summary>When they diverge, UTC.</summary>
    public DateTime Time => First is null ? Second!.Time : Second is null || First.Time < Second.Time ? First.Time : Second.Time;
}

/// <summary>A figure of two runs.</summary>
/// <param name="Of">The portfolio, or <c>total</c>.</param>
/// <param name="Metric">The metric's name, such as <c>sharpe</c>.</param>
/// <param name="First">The first run's figure, or null if it is not available.</param>
/// <param name="Second">The second run's figure, or null if it is not available.</param>
public sealed record MetricPair(string Of, string Metric, double? First, double? Second);

/// <summary>A comparison of two runs.</summary>
public sealed class RunComparison
{
    private const int EventsBefore = 3;

    private RunComparison(StoredRun first, StoredRun second)
    {
        First = first;
        Second = second;
    }

    /// <summary>The first run.</summary>
    public StoredRun First { get; }

    /// <summary>The second run.</summary>
    public StoredRun Second { get; }

    /// <summary>Configuration values that differ, except for where results are written.</summary>
    public required IReadOnlyList<ValueDifference> Configuration { get; init; }

    /// <summary>Files of data with different content.</summary>
    public required IReadOnlyList<ValueDifference> Data { get; init; }

    /// <summary>Plugins with different content, and the engine if its version differs.</summary>
    public required IReadOnlyList<ValueDifference> Plugins { get; init; }

    /// <summary>The first divergence, or null if all events are the same or tables are missing.</summary>
    public required PartingEvent? Parting { get; init; }

    /// <summary>Containers that only one of the runs has.</summary>
    public required IReadOnlyList<ValueDifference> Containers { get; init; }

    /// <summary>The figures of the total and of the common portfolios.</summary>
    public required IReadOnlyList<MetricPair> Metrics { get; init; }

    /// <summary>Whether all events are the same, according to their hash, or null if a run has none.</summary>
    public bool? AreSame => First.Manifest.EventStreamHash is { } one && Second.Manifest.EventStreamHash is { } other ? one == other : null;

    /// <summary>Compares two runs.</summary>
    /// <exception cref="InputException">A table cannot be read.</exception>
    public static RunComparison Of(StoredRun first, StoredRun second)
    {
        IReadOnlyDictionary<string, IReadOnlyList<RunEvent>> one = RunEvents.Read(first);
        IReadOnlyDictionary<string, IReadOnlyList<RunEvent>> other = RunEvents.Read(second);
        return new RunComparison(first, second)
        {
            Configuration = [.. JsonDifference.Of(Asked(first), Asked(second))],
            Data = ManifestDifference.OfData(first.Manifest, second.Manifest),
            Plugins = ManifestDifference.OfPlugins(first.Manifest, second.Manifest),
            Parting = PartingOf(one, other, [.. first.Manifest.ContainerHashes.Keys.Select(path => path[(path.LastIndexOf('/') + 1)..])]),
            Containers = ManifestDifference.OfContainers(first.Manifest, second.Manifest),
            Metrics = [.. MetricsOf(first, second)],
        };
    }

    private static JsonObject Asked(StoredRun run)
    {
        var config = (JsonObject)run.Manifest.Config.DeepClone();
        config.Remove("output");
        config.Remove("plugins");
        return config;
    }

    /// <summary>
    /// The earliest event in which a common container diverges; of several at one time a classifier's, then that of the container declared first.
    /// </summary>
    private static PartingEvent? PartingOf(
        IReadOnlyDictionary<string, IReadOnlyList<RunEvent>> first, IReadOnlyDictionary<string, IReadOnlyList<RunEvent>> second, List<string> order) =>
        first.Keys.Union(second.Keys, StringComparer.Ordinal)
            .Select(container => PartingOf(container, first.GetValueOrDefault(container) ?? [], second.GetValueOrDefault(container) ?? []))
            .OfType<PartingEvent>()
            .OrderBy(parting => parting.Time)
            .ThenByDescending(parting => parting.Container.StartsWith($"{RunEvents.Classifier} ", StringComparison.Ordinal))
            .ThenBy(parting => order.IndexOf(parting.Container))
            .FirstOrDefault();

    private static PartingEvent? PartingOf(string container, IReadOnlyList<RunEvent> first, IReadOnlyList<RunEvent> second)
    {
        int same = 0;
        while (same < first.Count && same < second.Count && FieldsOf(first[same], second[same]) is { Count: 0 } && first[same].Table == second[same].Table)
            same++;
        if (same == first.Count && same == second.Count)
            return null;
        RunEvent? one = same < first.Count ? first[same] : null;
        RunEvent? other = same < second.Count ? second[same] : null;
        return new PartingEvent(
            container, one, other, one is not null && other is not null && one.Table == other.Table ? FieldsOf(one, other) : [],
            [.. first.Skip(same - EventsBefore).Take(Math.Min(same, EventsBefore))], same);
    }

    private static IReadOnlyList<ValueDifference> FieldsOf(RunEvent first, RunEvent second) =>
    [
        .. first.Fields.Where(field => second.Fields.GetValueOrDefault(field.Key) != field.Value)
            .Select(field => new ValueDifference(field.Key, field.Value, second.Fields.GetValueOrDefault(field.Key))),
    ];

    private static IEnumerable<MetricPair> MetricsOf(StoredRun first, StoredRun second)
    {
        if (first.Metrics is not { } one || second.Metrics is not { } other)
            yield break;
        foreach (string portfolio in one.Portfolios.Keys.Where(other.Portfolios.ContainsKey).Append(RunEquity.TotalName))
        {
            PerformanceMetrics of = portfolio == RunEquity.TotalName ? one.Total : one.Portfolios[portfolio];
            PerformanceMetrics and = portfolio == RunEquity.TotalName ? other.Total : other.Portfolios[portfolio];
            foreach (Metric metric in Metric.All)
                yield return new MetricPair(portfolio, metric.Name, metric.Of(of), metric.Of(and));
        }
    }
}
