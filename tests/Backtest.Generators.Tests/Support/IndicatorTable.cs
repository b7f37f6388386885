using Backtest.Abstractions.Runtime;
using Backtest.Engine;

namespace Backtest.Tests;

/// <summary>Computes what a node asks for over whole series, as the engine's hub does.</summary>
internal sealed class IndicatorTable : IIndicatorSource, IIndicatorEvents
{
    private readonly IndicatorHub _hub = new();
    private readonly List<BarSeries> _series = [];

    public IndicatorReader<TValue> Request<TValue>(IndicatorSpec spec, BarSeries series)
        where TValue : struct
    {
        _series.Add(series);
        return _hub.Request<TValue>(spec, series);
    }

    public void Compute() => _hub.OnBars(new BarChunk(_series), this);

    void IIndicatorEvents.Emit(in IndicatorsReady indicators)
    {
    }
}
