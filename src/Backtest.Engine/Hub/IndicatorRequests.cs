using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>What one of several asks of the hub: it is counted as if nobody else asked.</summary>
public sealed class IndicatorRequests : IIndicatorSource
{
    private readonly IndicatorHub _hub;
    private readonly RunSeries _bars;
    private readonly HashSet<IndicatorColumn> _computed = [];

    /// <param name="hub">Who computes it.</param>
    /// <param name="bars">The bars as the one who asks sees them.</param>
    internal IndicatorRequests(IndicatorHub hub, RunSeries bars)
    {
        _hub = hub;
        _bars = bars;
    }

    /// <summary>How many indicators were asked for.</summary>
    public int Requested { get; private set; }

    /// <summary>How many have to be computed for that.</summary>
    public int Computed => _computed.Count;

    /// <inheritdoc/>
    public IndicatorReader<TValue> Request<TValue>(IndicatorSpec spec, BarSeries series)
        where TValue : struct
    {
        Requested++;
        IndicatorReader<TValue> reader = _hub.Request<TValue>(spec, series, _bars, out IndicatorColumn computed);
        Add(computed);
        return reader;
    }

    /// <inheritdoc/>
    public BarsReader RequestBars(Timeframe timeframe, int offset, BarSeries series) => _hub.RequestBars(timeframe, offset, series, _bars);

    /// <summary>Says that the indicators of a chunk are there: the hub has computed those of everyone who asked.</summary>
    public void OnBars(BarChunk chunk, IIndicatorEvents indicators) => indicators.Emit(new IndicatorsReady(chunk));

    /// <summary>What of that was ready and has no value at the last bar.</summary>
    internal IEnumerable<UndefinedIndicator> Undefined() => _hub.Undefined(_computed);

    /// <summary>When, in UTC ticks, the last of those that are ready had its first value; <see langword="null"/>: none has.</summary>
    internal long? ReadyTime => _computed.Max(column => ((IIndicatorComputation)column).ReadyTime);

    /// <summary>Asks for what another asked for.</summary>
    internal void AskLike(IndicatorRequests other)
    {
        Requested += other.Requested;
        _computed.UnionWith(other._computed);
    }

    private void Add(IndicatorColumn column)
    {
        if (!_computed.Add(column))
            return;
        foreach (IndicatorColumn part in ((IIndicatorComputation)column).Parts)
            Add(part);
    }
}
