using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>An indicator of two others; it starts once both are defined.</summary>
internal sealed class PairComputation<TValue>(
    BarSeries series, IndicatorReader<double> first, IndicatorReader<double> second, IPairIndicator<TValue> indicator)
    : IndicatorComputation<TValue>(series, indicator, first, second)
    where TValue : struct
{
    private readonly IPairIndicator<TValue> _indicator = indicator;

    protected override void Update(Span<TValue> values, int from, ref int done) =>
        _indicator.UpdateColumn(first.Rows(from, values.Length), second.Rows(from, values.Length), values, ref done);
}
