using Backtest.Abstractions.Runtime;

namespace Backtest.Tests;

/// <summary>An indicator's values on every row of a series.</summary>
internal sealed class ComputedColumn<TValue>(IndicatorSpec spec, BarSeries bars) : IndicatorColumn<TValue>, IComputedColumn
    where TValue : struct
{
    public void Compute()
    {
        (IIndicator<TValue> indicator, Func<BarEvent, TValue> update) = Create();
        Values = new TValue[History + bars.Count];
        Values.AsSpan(0, History).Fill(indicator.Undefined);
        for (int row = 0; row < bars.Count; row++)
        {
            Values[History + row] = update(new BarEvent(bars, row));
            if (indicator.IsReady)
                ReadyIndex = Math.Min(ReadyIndex, row);
        }
    }

    private (IIndicator<TValue> Indicator, Func<BarEvent, TValue> Update) Create()
    {
        switch (spec)
        {
            case SeriesIndicatorSpec<TValue> { Input: null } series:
                ISeriesIndicator<TValue> reader = series.Create();
                return (reader, bar => reader.Update(bar[spec.Source]));
            case BarIndicatorSpec<TValue> whole:
                IBarIndicator<TValue> watcher = whole.Create();
                return (watcher, bar => watcher.Update(bar));
            default:
                throw new NotSupportedException($"The harness does not compute {spec}.");
        }
    }
}
