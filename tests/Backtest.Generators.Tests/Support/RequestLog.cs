using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>Keeps the keys of the indicators asked for.</summary>
internal sealed class RequestLog : IIndicatorSource
{
    private readonly IndicatorTable _table = new();

    public List<IndicatorKey> Keys { get; } = [];

    public IndicatorReader<TValue> Request<TValue>(IndicatorSpec spec, BarSeries series)
        where TValue : struct
    {
        Keys.Add(spec.Key);
        return _table.Request<TValue>(spec, series);
    }
}
