using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>The requests of one of several users of the hub, counted as if there were no others.</summary>
public sealed class IndicatorRequests : IIndicatorSource
{
    private readonly IndicatorHub _hub;
    private readonly RunSeries _bars;
    private readonly HashSet<IndicatorColumn> _computed = [];

    /// <param name="hub">The hub that computes them.</param>
    /// <param name="bars">The bars as the requester sees them.</param>
    internal IndicatorRequests(IndicatorHub hub, RunSeries bars)
    {
        _hub = hub;
        _bars = bars;
    }

    /// <summary>The number of indicators requested.</summary>
    public int Requested { get; private set; }

    /// <summary>The number of indicators that must be computed for these requests.</summary>
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

    /// <summary>Reports that the indicators of a chunk are computed: the hub has computed those of all requesters.</summary>
    public void OnBars(BarChunk chunk, IIndicatorEvents indicators) => indicators.Emit(new IndicatorsReady(chunk));

    /// <summary>The requested indicators that were ready and have no value at the last bar.</summary>
    internal IEnumerable<UndefinedIndicator> Undefined() => _hub.Undefined(_computed);

    /// <summary>When, in UTC ticks, the last of the indicators that are ready had its first value; <see langword="null"/> if none is ready.</summary>
    internal long? ReadyTime => _computed.Max(column => ((IIndicatorComputation)column).ReadyTime);

    /// <summary>Repeats the requests of another user.</summary>
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
