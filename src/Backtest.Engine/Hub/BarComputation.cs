using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>An indicator of whole bars.</summary>
internal sealed class BarComputation<TValue>(BarSeries series, IBarIndicator<TValue> indicator)
    : IndicatorComputation<TValue>(series, indicator)
    where TValue : struct
{
    private readonly IBarIndicator<TValue> _indicator = indicator;

    protected override void Update(Span<TValue> values, int from, ref int done) =>
        _indicator.UpdateColumn(Series, from, values, ref done);
}
