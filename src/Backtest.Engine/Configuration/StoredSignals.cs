namespace Backtest.Engine;

/// <summary>The signals of earlier runs, to be replayed.</summary>
public sealed record StoredSignals
{
    /// <summary>The signals; those of each portfolio in the order they were emitted.</summary>
    public required IReadOnlyList<StoredSignal> Signals { get; init; }

    /// <summary>The strategies that were run, by portfolio and name, including those without signals.</summary>
    public required IReadOnlyCollection<(string Portfolio, string Strategy)> Strategies { get; init; }

    /// <summary>The names of the numbers behind the signals of a strategy, by portfolio and name.</summary>
    public IReadOnlyDictionary<(string Portfolio, string Strategy), IReadOnlyList<string>> IndicatorNames { get; init; } =
        new Dictionary<(string Portfolio, string Strategy), IReadOnlyList<string>>();

    /// <summary>The files they were read from.</summary>
    public IReadOnlyList<DataFile> Files { get; init; } = [];

    /// <summary>The SHA-256 of each file the earlier runs read bars from, with a list for each run that recorded them.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Data { get; init; } = [];
}
