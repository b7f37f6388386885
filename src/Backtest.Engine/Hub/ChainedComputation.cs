using Backtest.Abstractions.Runtime;

namespace Backtest.Engine;

/// <summary>An indicator of another indicator; it begins with the first defined value of its input.</summary>
internal sealed class ChainedComputation<TValue>(BarSeries series, IndicatorColumn<double> input, ISeriesIndicator<TValue> indicator)
    : IndicatorComputation<TValue>(series, indicator)
    where TValue : struct
{
    private readonly ISeriesIndicator<TValue> _indicator = indicator;

    protected override void Update(Span<TValue> rows, ref int row, int to)
    {
        for (; row < to; row++)
        {
            long index = Series.FirstIndex + row;
            if (index >= input.FaultIndex)
                throw new InvalidOperationException($"the indicator it reads failed: {input.Fault!.Message}", input.Fault);
            rows[row] = index < input.ReadyIndex ? _indicator.Undefined : _indicator.Update(input.Values[row + input.History]);
        }
    }
}
