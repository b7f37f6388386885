using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Tests;

/// <summary>Computes the indicators a node requests over whole series, as the engine's hub does.</summary>
internal sealed class IndicatorTable : IIndicatorSource, IIndicatorEvents
{
    private readonly RunSeries _bars;
    private readonly IndicatorHub _hub;

    /// <summary>A table over the series of instruments.</summary>
    public IndicatorTable(params IReadOnlyList<BarSeries> series)
    {
        _bars = new RunSeries(series, []);
        _hub = new IndicatorHub(_bars);
    }

    public IndicatorReader<TValue> Request<TValue>(IndicatorSpec spec, BarSeries series)
        where TValue : struct => _hub.Request<TValue>(spec, series);

    public BarsReader RequestBars(Timeframe timeframe, int offset, BarSeries series) => _hub.RequestBars(timeframe, offset, series);

    public void Compute()
    {
        _bars.Resample(_bars.Finest.Max(series => series.End.Max()));
        _hub.OnBars(new BarChunk(_bars), this);
    }

    void IIndicatorEvents.Emit(in IndicatorsReady indicators)
    {
    }
}
