using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>An indicator of another indicator; it starts with the first defined value of its input.</summary>
internal sealed class ChainedComputation<TValue>(BarSeries series, IndicatorReader<double> input, ISeriesIndicator<TValue> indicator)
    : IndicatorComputation<TValue>(series, indicator, input)
    where TValue : struct
{
    private readonly ISeriesIndicator<TValue> _indicator = indicator;

    protected override void Update(Span<TValue> values, int from, ref int done) =>
        _indicator.UpdateColumn(input.Rows(from, values.Length), values, ref done);
}
