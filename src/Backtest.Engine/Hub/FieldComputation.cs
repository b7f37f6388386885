using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>An indicator of one column of the bars.</summary>
internal sealed class FieldComputation<TValue>(BarSeries series, BarField source, ISeriesIndicator<TValue> indicator)
    : IndicatorComputation<TValue>(series, indicator)
    where TValue : struct
{
    private readonly ISeriesIndicator<TValue> _indicator = indicator;

    protected override void Update(Span<TValue> values, int from, ref int done) =>
        _indicator.UpdateColumn(Series.Column(source).AsSpan(from, values.Length), values, ref done);
}
