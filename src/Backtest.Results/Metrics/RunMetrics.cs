using System.Text.Json.Serialization;

namespace Backtest.Results;

/// <summary>The performance of a run: the content of <c>metrics.json</c>.</summary>
public sealed record RunMetrics
{
    /// <summary>All portfolios together.</summary>
    public required PerformanceMetrics Total { get; init; }

    /// <summary>Each portfolio by name, in declaration order.</summary>
    public required IReadOnlyDictionary<string, PerformanceMetrics> Portfolios { get; init; }

    /// <summary>Each classifier's regimes, by the names of both; the last regime is <c>unknown</c>.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, RegimeMetrics>> Regimes { get; init; }

    /// <summary>
    /// The total's returns by month, by year and before the last day; null if they were not requested, and in files of earlier releases.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PeriodReturns? Periods { get; init; }

    /// <summary>The measured time of each portfolio by name, then of <c>total</c>; empty if metrics are read from a file.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, MeasuredTime> Times { get; init; } = new Dictionary<string, MeasuredTime>();
}
