using Backtest.Engine;

namespace Backtest.Research;

/// <summary>Everything that happened in a run and may depend on a plugin.</summary>
internal sealed class RunTrace
{
    private readonly Dictionary<TracePlace, TraceStream> _streams = [];

    /// <summary>The streams of all places, in the order the places first occurred.</summary>
    public IEnumerable<TraceStream> Streams => _streams.Values;

    /// <summary>The equity of all portfolios together, at each turn.</summary>
    public ValueStream<double> Total { get; } = new(
        new TracePlace(TraceStage.Equity, "total", Abstractions.Runtime.PluginKind.RiskManager, "", ""), "equity", symbol: null);

    /// <summary>The profits of the closed trades, in money.</summary>
    public List<decimal> Profits { get; } = [];

    /// <summary>The result of the run.</summary>
    public BacktestResult? Result { get; set; }

    /// <summary>The events at a place.</summary>
    public EventStream EventsAt(TracePlace place)
    {
        if (!_streams.TryGetValue(place, out TraceStream? stream))
            _streams.Add(place, stream = new EventStream(place));
        return (EventStream)stream;
    }

    /// <summary>The values at a place.</summary>
    public ValueStream<TValue> ValuesAt<TValue>(TracePlace place, string name, string? symbol)
        where TValue : struct
    {
        if (!_streams.TryGetValue(place, out TraceStream? stream))
            _streams.Add(place, stream = new ValueStream<TValue>(place, name, symbol));
        return (ValueStream<TValue>)stream;
    }

    /// <summary>Where another run first diverges from this one: at the earliest bar, and there at the earliest stage.</summary>
    /// <param name="other">The other run.</param>
    /// <param name="until">The last end to compare, UTC ticks.</param>
    /// <param name="endsThere">Whether the other run ends at that time.</param>
    public TraceDifference? FirstDifference(RunTrace other, long until = long.MaxValue, bool endsThere = false)
    {
        TraceDifference? first = null;
        IEnumerable<TraceStream> missing = other._streams.Keys.Where(place => !_streams.ContainsKey(place)).Select(Empty);
        foreach (TraceStream stream in _streams.Values.Concat(missing))
        {
            // In its last turn a run visits every portfolio and settles what is open, so only decisions are comparable there.
            long last = endsThere && stream.Place.Stage >= TraceStage.Order ? until - 1 : until;
            if (stream.FirstDifference(other._streams.GetValueOrDefault(stream.Place), last) is not { } found)
                continue;
            if (first is null || (found.Time, stream.Place.Stage).CompareTo((first.Found.Time, first.Place.Stage)) < 0)
                first = new TraceDifference(stream.Place, found);
        }

        return first;
    }

    private static EventStream Empty(TracePlace place) => new(place);
}

/// <summary>The first difference of two runs.</summary>
/// <param name="Place">Its place.</param>
/// <param name="Found">The difference.</param>
internal sealed record TraceDifference(TracePlace Place, StreamDifference Found);
