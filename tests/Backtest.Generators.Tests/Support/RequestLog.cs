using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>Keeps the keys of the requested indicators.</summary>
internal sealed class RequestLog(BarSeries bars) : IIndicatorSource
{
    private readonly IndicatorTable _table = new(bars);

    public List<IndicatorKey> Keys { get; } = [];

    public IndicatorReader<TValue> Request<TValue>(IndicatorSpec spec, BarSeries series)
        where TValue : struct
    {
        Keys.Add(spec.Key);
        return _table.Request<TValue>(spec, series);
    }

    public BarsReader RequestBars(Timeframe timeframe, int offset, BarSeries series) => _table.RequestBars(timeframe, offset, series);
}
