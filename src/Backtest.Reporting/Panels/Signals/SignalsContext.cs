using Backtest.Results;

namespace Backtest.Reporting;

/// <summary>The input of panels for a run that ends with signals.</summary>
internal sealed class SignalsContext : IRunContext
{
    /// <param name="run">The run.</param>
    /// <exception cref="InputException">The run does not end with signals, or its statistics cannot be read.</exception>
    public SignalsContext(StoredRun run)
    {
        Run = run;
        SignalReport report = run.SignalStatistics
            ?? throw new InputException(new InputError("no_statistics", $"{run.Id} does not end with signals, so it has no statistics of them"));
        Statistics = report.Statistics;
        Overlaps = report.Overlaps;
        Horizons = [.. Statistics.Select(statistic => statistic.Horizon).Distinct().Order()];
    }

    /// <inheritdoc/>
    public StoredRun Run { get; }

    /// <summary>The statistics of the signals.</summary>
    public IReadOnlyList<SignalStatistic> Statistics { get; }

    /// <summary>The similarity of strategies' signals.</summary>
    public IReadOnlyList<SignalOverlap> Overlaps { get; }

    /// <summary>The horizons, in bars.</summary>
    public IReadOnlyList<int> Horizons { get; }

    /// <summary>Statistics of each strategy, over all its signals.</summary>
    public IEnumerable<SignalStatistic> OfStrategies => Statistics.Where(statistic => statistic.Group == SignalGroup.All);

    /// <summary>The name of a strategy, prefixed with its portfolio.</summary>
    public static string Name(string portfolio, string strategy) => $"{portfolio}/{strategy}";
}
